package dev.onboarding.edge.audit;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// Who calls, as far as it was proven: bound by whatever checks callers, read where a call is
/// audited. What a caller merely says of itself is in the call's context.
///
/// @param subject the person or machine
/// @param client the program through which it calls
public record Caller(@Nullable String subject, @Nullable String client) {

  /// Nobody has proven anything.
  public static final Caller UNKNOWN = new Caller(null, null);

  private static final ScopedValue<Caller> CURRENT = ScopedValue.newInstance();

  public static Caller current() {
    return CURRENT.orElse(UNKNOWN);
  }

  /// Runs the work with this caller bound on the current thread.
  public <R> R call(Callable<R> work) throws Exception {
    return ScopedValue.where(CURRENT, this).call(work::call);
  }
}
