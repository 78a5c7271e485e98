package dev.onboarding.provisioning.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.onboarding.provisioning.credentials.SealedCredentials.Kept;
import dev.onboarding.provisioning.decision.TestDecisions;
import dev.onboarding.provisioning.support.TenantRows;
import dev.onboarding.provisioning.support.TestStore;
import dev.onboarding.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/// What expires is destroyed although nobody calls.
class WipeExpiredPostgresTests {

  private static final Instant NOW = Instant.parse("2030-05-06T07:08:09Z");

  private final SettableClock clock = SettableClock.at(NOW);
  private final TestStore store = TestStore.empty();
  private final SealedCredentials credentials = new SealedCredentials(store.db());
  private final ThreadPoolTaskScheduler scheduler = new CredentialFeature().wipeRounds();
  private final WipeExpired wipe =
      new WipeExpired(
          credentials,
          TestDecisions.spent(store),
          store.answers(clock),
          Period.ofDays(400),
          scheduler,
          Duration.ofMillis(20),
          clock);

  @BeforeEach
  void keep() {
    // A round of one test that outlived it would wipe what the next one keeps.
    scheduler.setWaitForTasksToCompleteOnShutdown(true);
    scheduler.setAwaitTerminationSeconds(10);
    scheduler.initialize();
    var kept =
        new Kept(
            UUID.randomUUID(),
            TenantRows.insert(store, "GROWTH", "ACTIVE"),
            "hash",
            NOW,
            NOW.plusSeconds(60),
            null);
    credentials.keep(kept, new byte[] {1});
    store
        .db()
        .sql("INSERT INTO provisioning.spent_decisions VALUES ('f', 't', 'k', :until)")
        .param("until", NOW.plusSeconds(30).atOffset(java.time.ZoneOffset.UTC))
        .update();
  }

  @AfterEach
  void stop() {
    wipe.stop();
    scheduler.shutdown();
  }

  @Test
  void leavesWhatStillHasTime() {
    wipe.wipe();

    assertThat(waiting()).isEqualTo(1);
    assertThat(store.count("spent_decisions")).isEqualTo(1);
  }

  @Test
  void forgetsAnswersThatNobodyAsksForAnyMore() {
    for (int age : new int[] {401, 399}) {
      store
          .db()
          .sql("INSERT INTO provisioning.recorded_answers VALUES ('t', :key, 'd', '{}', :at)")
          .param("key", "k" + age)
          .param("at", NOW.minus(Duration.ofDays(age)).atOffset(java.time.ZoneOffset.UTC))
          .update();
    }

    wipe.wipe();

    assertThat(store.dump("recorded_answers")).contains("k399").doesNotContain("k401");
  }

  @Test
  void destroysAtTheStartWhatExpiredWhileNothingRan() {
    clock.advance(Duration.ofMinutes(1));

    wipe.start();

    await().untilAsserted(() -> assertThat(waiting()).isZero());
    await().untilAsserted(() -> assertThat(store.count("spent_decisions")).isZero());
    assertThat(store.count("credentials")).isEqualTo(1);
  }

  @Test
  void destroysWhatExpiresWhileItRunsAndEndsWhenStopped() {
    wipe.start();
    clock.advance(Duration.ofMinutes(1));

    await().untilAsserted(() -> assertThat(waiting()).isZero());

    assertThat(wipe.isRunning()).isTrue();
    wipe.stop();
    assertThat(wipe.isRunning()).isFalse();
    await()
        .untilAsserted(() ->
            assertThat(scheduler.getScheduledThreadPoolExecutor().getQueue())
                .allMatch(round -> ((java.util.concurrent.Future<?>) round).isCancelled()));
  }

  @Test
  void goesOnAfterARoundThatFailed() {
    store.db().sql("ALTER TABLE provisioning.credentials RENAME TO hidden").update();
    try {
      wipe.start();
      await().until(() -> scheduler.getScheduledThreadPoolExecutor().getCompletedTaskCount() > 1);
    } finally {
      store.db().sql("ALTER TABLE provisioning.hidden RENAME TO credentials").update();
    }

    clock.advance(Duration.ofMinutes(1));

    await().untilAsserted(() -> assertThat(waiting()).isZero());
  }

  private int waiting() {
    return store
        .db()
        .sql("SELECT count(*) FROM provisioning.credentials WHERE sealed IS NOT NULL")
        .query(Integer.class)
        .single();
  }
}
