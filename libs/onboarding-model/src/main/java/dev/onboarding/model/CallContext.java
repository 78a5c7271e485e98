package dev.onboarding.model;

import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// On whose behalf the current thread works: bound once where a call or a run begins, read wherever
/// one goes out.
///
/// A scoped value does not follow into threads started by hand: capture [#current()] and bind it
/// there again.
///
/// @param run the run
/// @param correlation the trigger's correlation id
/// @param caller who called
/// @param deadline after which nobody waits for the answer
/// @param callerClass whether a person waits for the answer
public record CallContext(
    @Nullable String run,
    @Nullable String correlation,
    @Nullable String caller,
    @Nullable Instant deadline,
    CallerClass callerClass) {

  /// No run, no caller, no deadline.
  public static final CallContext NONE = new CallContext(null, null, null, null);

  private static final ScopedValue<CallContext> CURRENT = ScopedValue.newInstance();

  /// Of a machine.
  public CallContext(
      @Nullable String run,
      @Nullable String correlation,
      @Nullable String caller,
      @Nullable Instant deadline) {
    this(run, correlation, caller, deadline, CallerClass.MACHINE);
  }

  public static CallContext current() {
    return CURRENT.orElse(NONE);
  }

  /// Runs the work with this context bound on the current thread.
  public <R> R call(Callable<R> work) throws Exception {
    return ScopedValue.where(CURRENT, this).call(work::call);
  }

  /// Runs the work, which throws nothing checked, with this context bound on the current thread.
  public <R> R get(Supplier<R> work) {
    return ScopedValue.where(CURRENT, this).call(work::get);
  }

  /// Runs the work with this context bound on the current thread.
  public void run(Runnable work) {
    ScopedValue.where(CURRENT, this).run(work);
  }
}
