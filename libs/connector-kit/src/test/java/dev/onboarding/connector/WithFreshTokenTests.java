package dev.onboarding.connector;

import static dev.onboarding.connector.FailureAssertions.assertFails;
import static dev.onboarding.connector.ScriptedUpstream.READ;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.model.secret.Secret;
import dev.onboarding.model.secret.SecretSource;
import dev.onboarding.testkit.SettableClock;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WithFreshTokenTests {

  private final SettableClock clock = SettableClock.at(Surroundings.NOW);
  private final ScriptedUpstream upstream = new ScriptedUpstream();
  private final AtomicInteger fetched = new AtomicInteger();

  @Test
  void keepsTheTokenForTheNextCall() {
    upstream.answers(200);
    Upstream signed = signing();

    signed.send(READ);
    signed.send(READ);

    assertThat(authorizations()).containsExactly("Bearer 1", "Bearer 1");
    assertThat(fetched).hasValue(1);
  }

  @Test
  void renewsOnceAndReplaysOnceWhenTheTokenIsRefused() {
    upstream.fails(ErrorType.AUTHENTICATION, "INVALID_SESSION_ID").answers(200);

    UpstreamResponse response = signing().send(READ);

    assertThat(response.status()).isEqualTo(200);
    assertThat(authorizations()).containsExactly("Bearer 1", "Bearer 2");
  }

  @Test
  void reportsTheRefusalWhenTheRenewedTokenIsRefusedToo() {
    upstream.fails(ErrorType.AUTHENTICATION, "INVALID_SESSION_ID");

    assertFails(() -> signing().send(READ), ErrorType.AUTHENTICATION, "INVALID_SESSION_ID");

    assertThat(upstream.sent).hasSize(2);
    assertThat(fetched).hasValue(2);
  }

  @Test
  void replaysNothingWithCredentialsThatCannotBeRenewed() {
    upstream.fails(ErrorType.AUTHENTICATION, "UNAUTHORIZED");
    var tokens =
        TokenSource.basic(
            "Broker", "broker", SecretSource.of("PASSWORD", new Secret("hush")), clock);

    assertFails(
        () -> new WithFreshToken(upstream, tokens, Surroundings.calm()).send(READ),
        ErrorType.AUTHENTICATION,
        "UNAUTHORIZED");

    assertThat(authorizations()).containsExactly("Basic YnJva2VyOmh1c2g=");
  }

  @Test
  void replaysOnceWithAPasswordThatWasExchangedInItsFile(@TempDir Path folder) throws Exception {
    upstream.answers(200).fails(ErrorType.AUTHENTICATION, "UNAUTHORIZED").answers(200);
    Path file = Files.writeString(folder.resolve("password"), "old");
    Upstream signed = new WithFreshToken(upstream, basic(file), Surroundings.at(clock));
    signed.send(READ);

    Files.writeString(file, "new");
    assertThat(signed.send(READ).status()).isEqualTo(200);

    assertThat(authorizations())
        .containsExactly("Basic YjpvbGQ=", "Basic YjpvbGQ=", "Basic YjpuZXc=");
  }

  @Test
  void sendsANewPasswordBeforeTheOldOneIsRefused(@TempDir Path folder) throws Exception {
    upstream.answers(200);
    Path file = Files.writeString(folder.resolve("password"), "old");
    Upstream signed = new WithFreshToken(upstream, basic(file), Surroundings.at(clock));
    signed.send(READ);

    Path next = Files.writeString(folder.resolve("next"), "new");
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    clock.advance(Duration.ofSeconds(1));
    signed.send(READ);

    assertThat(authorizations()).containsExactly("Basic YjpvbGQ=", "Basic YjpuZXc=");
  }

  @Test
  void failsNamingTheVariableWhenThePasswordCannotBeRead() {
    assertFails(
        () ->
            new WithFreshToken(upstream, basic(Path.of("/not/there")), Surroundings.calm())
                .send(READ),
        ErrorType.AUTHENTICATION,
        "SECRET_UNREADABLE");
  }

  @Test
  void renewsNothingForOtherFailures() {
    upstream.fails(ErrorType.AUTHORIZATION, "INSUFFICIENT_ACCESS");

    assertFails(() -> signing().send(READ), ErrorType.AUTHORIZATION, "INSUFFICIENT_ACCESS");

    assertThat(fetched).hasValue(1);
  }

  @Test
  void renewsBeforeTheTokenExpiresOnTheWay() {
    upstream.answers(200);
    Upstream signed = signing();
    signed.send(READ);

    clock.advance(Duration.ofMinutes(59));
    signed.send(READ);
    clock.advance(Duration.ofSeconds(31));
    signed.send(READ);

    assertThat(authorizations()).containsExactly("Bearer 1", "Bearer 1", "Bearer 2");
  }

  @Test
  void sendsNothingWhenNoTokenIsToBeHad() {
    TokenSource locked =
        () -> {
          throw new FailureException(
              Failure.of(ErrorType.AUTHENTICATION, "invalid_client", 401, "refused"));
        };

    assertFails(
        () -> new WithFreshToken(upstream, locked, Surroundings.calm()).send(READ),
        ErrorType.AUTHENTICATION,
        "invalid_client");

    assertThat(upstream.sent).isEmpty();
  }

  @Test
  void appendsAPathToTheBaseThatCameWithTheToken() {
    upstream.answers(200);
    TokenSource tokens = () -> AccessToken.bearer("t", null, URI.create("https://my.host/base/"));

    new WithFreshToken(upstream, tokens, Surroundings.calm())
        .send(UpstreamRequest.get("read", URI.create("/services/x?q=a%20b")));

    assertThat(upstream.sent.getFirst().uri())
        .isEqualTo(URI.create("https://my.host/base/services/x?q=a%20b"));
  }

  @Test
  void refusesAPathWithoutAnyBase() {
    assertThatIllegalStateException()
        .isThrownBy(() -> signing().send(UpstreamRequest.get("read", URI.create("/x"))));
  }

  @Test
  void renewsOnceForAllCallsThatAreRefusedTogether() throws Exception {
    int callers = 8;
    var together = new CountDownLatch(callers);
    Upstream picky =
        request -> {
          if (request.headers().get("Authorization").equals("Bearer 1")) {
            together.countDown();
            awaitQuietly(together);
            throw new FailureException(
                Failure.of(ErrorType.AUTHENTICATION, "INVALID_SESSION_ID", 401, "expired"));
          }
          return new UpstreamResponse(200, java.util.Map.of(), new byte[0]);
        };
    Upstream signed = new WithFreshToken(picky, this::nextToken, Surroundings.at(clock));

    List<Integer> statuses = new ArrayList<>();
    try (var callersPool = Executors.newVirtualThreadPerTaskExecutor()) {
      var calls =
          java.util.stream.IntStream.range(0, callers)
              .mapToObj(_ -> callersPool.submit(() -> signed.send(READ).status()))
              .toList();
      for (var call : calls) {
        statuses.add(call.get());
      }
    }

    assertThat(statuses).hasSize(callers).containsOnly(200);
    assertThat(fetched).hasValue(2);
  }

  private Upstream signing() {
    return new WithFreshToken(upstream, this::nextToken, Surroundings.at(clock));
  }

  private TokenSource basic(Path file) {
    return TokenSource.basic(
        "Broker", "b", new SecretSource("PASSWORD", null, file.toString()), clock);
  }

  private AccessToken nextToken() {
    return AccessToken.bearer(
        "" + fetched.incrementAndGet(), clock.instant().plus(Duration.ofHours(1)), null);
  }

  private List<String> authorizations() {
    return upstream.sent.stream().map(request -> request.headers().get("Authorization")).toList();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
