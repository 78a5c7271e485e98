package dev.onboarding.provisioning.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.provisioning.idempotency.KeyedCall;
import dev.onboarding.provisioning.support.TestStore;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A decision belongs to the first call that shows it.
class SpentDecisionsPostgresTests {

  private static final Instant END = Instant.parse("2030-05-06T07:14:09Z");

  private final TestStore store = TestStore.empty();
  private final SpentDecisions spent = TestDecisions.spent(store);

  @Test
  void belongsToOneOfManyKeysThatShowItAtOnce() {
    List<Boolean> its;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      its =
          IntStream.range(0, 10)
              .mapToObj(n -> CompletableFuture.supplyAsync(() -> isFor("tool", "k" + n), threads))
              .toList()
              .stream()
              .map(CompletableFuture::join)
              .toList();
    }

    assertThat(Collections.frequency(its, true)).isEqualTo(1);
  }

  @Test
  void belongsToItsToolToo() {
    assertThat(isFor("tool", "k1")).isTrue();
    assertThat(isFor("other", "k1")).isFalse();
    assertThat(isFor("tool", "k1")).isTrue();
  }

  @Test
  void isForgottenOnceItIsRefusedForItsAge() {
    isFor("tool", "k1");

    spent.forgetExpired(END);
    assertThat(store.count("spent_decisions")).isEqualTo(1);
    spent.forgetExpired(END.plusMillis(1));
    assertThat(store.count("spent_decisions")).isZero();
  }

  private boolean isFor(String tool, String key) {
    var decision = new VerifiedDecision("run", "digest", "fingerprint", END);
    return spent.isFor(decision, KeyedCall.of(tool, key, "arguments"));
  }
}
