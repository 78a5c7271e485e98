package dev.onboarding.provisioning.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.provisioning.idempotency.KeyedCall;
import dev.onboarding.provisioning.support.TestStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A decision belongs to the first call that shows it.
class SpentDecisionsPostgresTests {

  private static final Instant END = Instant.parse("2030-05-06T07:14:09Z");

  private final TestStore store = TestStore.empty();
  private final SpentDecisions spent = TestDecisions.spent(store);

  @Test
  void belongsToOneOfManyKeysThatShowItAtOnce() {
    List<Boolean> its = atOnce(n -> isFor("tool", "k" + n));

    assertThat(its).containsOnlyOnce(true);
  }

  @Test
  void belongsToItsToolToo() {
    assertThat(isFor("tool", "k1")).isTrue();
    assertThat(isFor("other", "k1")).isFalse();
    assertThat(isFor("tool", "k1")).isTrue();
  }

  @Test
  void takesTheKeyOfTheCallItIsSpentFor() {
    assertThat(takesKey("fingerprint", "k1")).contains(true);
    assertThat(takesKey("fingerprint", "k1")).contains(false);
    assertThat(takesKey("another", "k1")).contains(false);
  }

  @Test
  void takesNoKeyOfAnotherCall() {
    takesKey("fingerprint", "k1");

    assertThat(takesKey("fingerprint", "k2")).isEmpty();
    assertThat(takesKey("another", "k2")).contains(true);
  }

  @Test
  void takesOneOfManyKeysThatShowItAtOnce() {
    assertThat(atOnce(n -> takesKey("fingerprint", "k" + n)))
        .containsOnlyOnce(Optional.of(true))
        .doesNotContain(Optional.of(false));
    assertThat(store.count("recorded_answers")).isEqualTo(1);
  }

  @Test
  void takesTheKeyForOneOfManyThatRepeatTheCallAtOnce() {
    assertThat(atOnce(n -> takesKey("fingerprint", "k1")))
        .containsOnlyOnce(Optional.of(true))
        .doesNotContain(Optional.empty());
  }

  @Test
  void isForgottenOnceItIsRefusedForItsAge() {
    isFor("tool", "k1");

    spent.forgetExpired(END);
    assertThat(store.count("spent_decisions")).isEqualTo(1);
    spent.forgetExpired(END.plusMillis(1));
    assertThat(store.count("spent_decisions")).isZero();
  }

  private static <T> List<T> atOnce(IntFunction<T> call) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return IntStream.range(0, 10)
          .mapToObj(n -> CompletableFuture.supplyAsync(() -> call.apply(n), threads))
          .toList()
          .stream()
          .map(CompletableFuture::join)
          .toList();
    }
  }

  private Optional<Boolean> takesKey(String fingerprint, String key) {
    var decision = new VerifiedDecision("run", "digest", fingerprint, END);
    return spent.takeKey(decision, KeyedCall.of("tool", key, "arguments"), "digest", END);
  }

  private boolean isFor(String tool, String key) {
    var decision = new VerifiedDecision("run", "digest", "fingerprint", END);
    return spent.isFor(decision, KeyedCall.of(tool, key, "arguments"));
  }
}
