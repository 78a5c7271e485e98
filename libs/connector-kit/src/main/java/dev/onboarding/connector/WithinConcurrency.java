package dev.onboarding.connector;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Lets only so many calls be under way at once; the others queue, in order and not forever.
final class WithinConcurrency implements Upstream {

  private final Upstream next;
  private final String system;
  private final UpstreamLimits limits;
  private final CallSurroundings around;
  private final Semaphore permits;

  WithinConcurrency(Upstream next, String system, UpstreamLimits limits, CallSurroundings around) {
    this.next = next;
    this.system = system;
    this.limits = limits;
    this.around = around;
    this.permits = new Semaphore(limits.permits(), true);
  }

  @Override
  public UpstreamResponse send(UpstreamRequest request) {
    acquire();
    try {
      return next.send(request);
    } finally {
      permits.release();
    }
  }

  private void acquire() {
    try {
      long wait = around.atMost(limits.permitWait()).toNanos();
      if (!permits.tryAcquire(wait, TimeUnit.NANOSECONDS)) {
        throw tooMany(null);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw tooMany(interrupted);
    }
  }

  private FailureException tooMany(@Nullable Throwable cause) {
    String message =
        "%d calls to %s are under way and none ended in time.".formatted(limits.permits(), system);
    return new FailureException(
        Failure.of(ErrorType.RATE_LIMIT, "NO_FREE_PERMIT", null, message), null, cause);
  }
}
