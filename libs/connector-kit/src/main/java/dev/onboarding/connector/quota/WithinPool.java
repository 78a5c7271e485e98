package dev.onboarding.connector.quota;

import dev.onboarding.connector.CallSurroundings;
import dev.onboarding.connector.NotSent;
import dev.onboarding.connector.Upstream;
import dev.onboarding.connector.UpstreamRequest;
import dev.onboarding.connector.UpstreamResponse;
import dev.onboarding.model.CallContext;
import dev.onboarding.model.CallerClass;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/// Lets a call leave that has a permit of the pool; who finds none in time is told when to come
/// again.
record WithinPool(
    Upstream next, String system, SharedPool pool, Duration longestWait, CallSurroundings around)
    implements Upstream {

  private static final Duration AGAIN = Duration.ofSeconds(1);

  @Override
  public UpstreamResponse send(UpstreamRequest request) {
    SharedPool.Permit permit = taken();
    try {
      return next.send(request);
    } finally {
      pool.giveBack(permit);
    }
  }

  private SharedPool.Permit taken() {
    boolean person = CallContext.current().callerClass() == CallerClass.PERSON;
    try {
      SharedPool.Permit permit = pool.take(person, around.atMost(longestWait));
      if (permit == null) {
        throw noneFree(null);
      }
      return permit;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw noneFree(interrupted);
    } catch (DataAccessException unavailable) {
      throw QuotaFailures.unavailable(system, unavailable);
    }
  }

  private FailureException noneFree(@Nullable Throwable cause) {
    String message =
        "All %d calls to %s that may be under way at once are taken (%d of them kept for people)."
            .formatted(pool.size(), system, pool.kept());
    return NotSent.because(
        new FailureException(
            Failure.of(ErrorType.RATE_LIMIT, "NO_FREE_PERMIT", null, message), AGAIN, cause));
  }
}
