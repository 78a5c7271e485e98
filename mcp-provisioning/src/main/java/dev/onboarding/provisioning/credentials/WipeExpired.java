package dev.onboarding.provisioning.credentials;

import dev.onboarding.provisioning.decision.SpentDecisions;
import dev.onboarding.provisioning.idempotency.RecordedAnswers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.TaskScheduler;

/// Destroys what its time has passed over, at the start and every few minutes: credentials that
/// nobody opened, the memory of decisions that are too old to be used, and answers to keys that
/// nobody repeats any more.
final class WipeExpired implements SmartLifecycle {

  private final SealedCredentials credentials;
  private final SpentDecisions decisions;
  private final RecordedAnswers answers;
  private final Period keepAnswers;
  private final TaskScheduler scheduler;
  private final Duration pause;
  private final Clock clock;
  private volatile @Nullable ScheduledFuture<?> running;

  /// @param scheduler logs a failure and goes on with the next round
  /// @param pause from the end of a round to the next
  WipeExpired(
      SealedCredentials credentials,
      SpentDecisions decisions,
      RecordedAnswers answers,
      Period keepAnswers,
      TaskScheduler scheduler,
      Duration pause,
      Clock clock) {
    this.credentials = credentials;
    this.decisions = decisions;
    this.answers = answers;
    this.keepAnswers = keepAnswers;
    this.scheduler = scheduler;
    this.pause = pause;
    this.clock = clock;
  }

  void wipe() {
    Instant now = clock.instant();
    credentials.forgetExpired(now);
    decisions.forgetExpired(now);
    answers.forgetBefore(now.atOffset(ZoneOffset.UTC).minus(keepAnswers).toInstant());
  }

  @Override
  public void start() {
    running = scheduler.scheduleWithFixedDelay(this::wipe, pause);
  }

  @Override
  public void stop() {
    ScheduledFuture<?> rounds = running;
    if (rounds != null) {
      rounds.cancel(false);
      running = null;
    }
  }

  @Override
  public boolean isRunning() {
    return running != null;
  }
}
