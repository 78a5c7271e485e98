package dev.onboarding.allinone.bench;

import com.zaxxer.hikari.HikariDataSource;
import dev.onboarding.connector.AccessToken;
import dev.onboarding.connector.CallSurroundings;
import dev.onboarding.connector.FailureTranslator;
import dev.onboarding.connector.Upstream;
import dev.onboarding.connector.UpstreamChain;
import dev.onboarding.connector.UpstreamLimits;
import dev.onboarding.connector.UpstreamRequest;
import dev.onboarding.connector.quota.Limit;
import dev.onboarding.connector.quota.PoolProperties;
import dev.onboarding.connector.quota.SharedQuotas;
import dev.onboarding.model.FailureException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/// Many slow calls at once through the chain that every connector uses: without a limit, and by two
/// nodes within one.
final class OutgoingCalls implements Measurement {

  private static final int CALLS = 600;
  private static final int LIMIT = 4;
  private static final Duration EACH = Duration.ofMillis(500);
  private static final Duration GOAL = Duration.ofMillis(1_500);
  private static final Duration PERMIT_WAIT = Duration.ofSeconds(4);
  private static final int ROUNDS = 3;

  @Override
  public String name() {
    return "outgoing";
  }

  @Override
  public Setup setup() {
    return Setup.UNLIMITED;
  }

  @Override
  public List<Figure> figures(Stage stage) throws Exception {
    stage.progress().accept("%d outgoing calls of %d ms".formatted(CALLS, EACH.toMillis()));
    try (var world = new SlowWorld(EACH);
        HikariDataSource database = stage.store().pooled(8);
        var one = new SharedQuotas(database, "bench/one", Clock.systemUTC(), meters());
        var other = new SharedQuotas(database, "bench/other", Clock.systemUTC(), meters())) {
      Upstream free = chain(one, limits(2 * CALLS), null);
      int answered = all(CALLS, world, List.of(free));
      List<Double> rounds = new ArrayList<>();
      for (int i = 0; i < ROUNDS; i++) {
        long began = System.nanoTime();
        answered = Math.min(answered, all(CALLS, world, List.of(free)));
        rounds.add((System.nanoTime() - began) / 1e6);
      }
      Duration took = Duration.ofMillis(Math.round(Numbers.median(rounds)));

      world.forget();
      var pool = new PoolProperties(0, Duration.ofSeconds(10));
      all(
          CALLS,
          world,
          List.of(chain(one, limits(LIMIT), pool), chain(other, limits(LIMIT), pool)));
      return List.of(unlimited(took, answered), limited(world.mostAtOnce()));
    }
  }

  private static Figure unlimited(Duration took, int answered) {
    return new Figure(
        "%d calls of %d ms at once".formatted(CALLS, EACH.toMillis()),
        took.toMillis() + " ms",
        EACH.toMillis() + " ms",
        Numbers.hundredths((double) took.toMillis() / EACH.toMillis()),
        "< %d ms".formatted(GOAL.toMillis()),
        answered == CALLS && took.compareTo(GOAL) < 0);
  }

  private static Figure limited(int mostAtOnce) {
    return new Figure(
        "the same of two nodes within %d: most at once".formatted(LIMIT),
        String.valueOf(mostAtOnce),
        String.valueOf(LIMIT),
        Numbers.hundredths((double) mostAtOnce / LIMIT),
        "= 1",
        mostAtOnce == LIMIT);
  }

  /// @return how many were answered; the others found no permit in time
  private static int all(int calls, SlowWorld world, List<Upstream> nodes) throws Exception {
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Boolean>> each =
          IntStream.range(0, calls)
              .<Callable<Boolean>>mapToObj(
                  i -> () -> isAnswered(nodes.get(i % nodes.size()), world.address("/call/" + i)))
              .toList();
      int answered = 0;
      for (var call : callers.invokeAll(each)) {
        answered += call.get() ? 1 : 0;
      }
      return answered;
    }
  }

  private static boolean isAnswered(Upstream upstream, URI address) {
    try {
      return upstream.send(UpstreamRequest.get("slow", address)).isSuccess();
    } catch (FailureException refused) {
      return false;
    }
  }

  private static Upstream chain(
      SharedQuotas quotas, UpstreamLimits limits, @Nullable PoolProperties pool) {
    var around = CallSurroundings.ofCurrentCall(Clock.systemUTC(), meters(), quotas.books());
    Limit limit = pool == null ? Limit.NONE : quotas.pool("bench", limits, pool, around);
    return UpstreamChain.assemble(
        "bench",
        UpstreamChain.wire("bench", limits, around),
        () -> AccessToken.bearer("bench", null, null),
        FailureTranslator.byStatus("bench"),
        limit.gate(),
        limits,
        around);
  }

  private static UpstreamLimits limits(int permits) {
    UpstreamLimits usual = UpstreamLimits.standard();
    return new UpstreamLimits(
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        DataSize.ofMegabytes(1),
        permits,
        PERMIT_WAIT,
        new UpstreamLimits.Retries(List.of(), Duration.ZERO),
        usual.breaker());
  }

  private static SimpleMeterRegistry meters() {
    return new SimpleMeterRegistry();
  }
}
