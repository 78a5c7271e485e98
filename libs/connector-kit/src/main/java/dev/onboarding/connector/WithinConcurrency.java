package dev.onboarding.connector;

import dev.onboarding.model.CallContext;
import dev.onboarding.model.CallerClass;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Lets only so many calls of this node be under way at once; the others queue, in order and not
/// forever. Machines leave one of four or more permits to people, who so never queue behind them.
final class WithinConcurrency implements Upstream {

  private static final int LEAST_TO_SHARE = 4;

  /// Calls end all the time, so that it is worth asking again soon.
  private static final Duration AGAIN = Duration.ofSeconds(1);

  private final Upstream next;
  private final String system;
  private final UpstreamLimits limits;
  private final CallSurroundings around;
  private final Semaphore all;
  private final Semaphore machines;

  WithinConcurrency(Upstream next, String system, UpstreamLimits limits, CallSurroundings around) {
    this.next = next;
    this.system = system;
    this.limits = limits;
    this.around = around;
    int permits = limits.permits();
    this.all = new Semaphore(permits, true);
    this.machines = new Semaphore(permits < LEAST_TO_SHARE ? permits : permits - 1, true);
  }

  @Override
  public UpstreamResponse send(UpstreamRequest request) {
    Duration wait = around.atMost(limits.permitWait());
    if (CallContext.current().callerClass() == CallerClass.PERSON) {
      return holding(all, wait, () -> next.send(request));
    }
    long end = System.nanoTime() + wait.toNanos();
    return holding(
        machines,
        wait,
        () -> holding(all, Duration.ofNanos(end - System.nanoTime()), () -> next.send(request)));
  }

  private UpstreamResponse holding(
      Semaphore permits, Duration wait, Supplier<UpstreamResponse> call) {
    acquire(permits, wait);
    try {
      return call.get();
    } finally {
      permits.release();
    }
  }

  private void acquire(Semaphore permits, Duration wait) {
    try {
      if (!permits.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS)) {
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
        Failure.of(ErrorType.RATE_LIMIT, "NO_FREE_PERMIT", null, message), AGAIN, cause);
  }
}
