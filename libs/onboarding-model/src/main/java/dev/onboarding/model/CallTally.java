package dev.onboarding.model;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What one call of a tool took on the way out: counted where calls leave, read where the call is
/// audited.
///
/// A scoped value does not follow into threads started by hand: capture [#current()] and bind it
/// there again. Where a call leaves on behalf of several, it counts for the one that made it.
public final class CallTally {

  private static final ScopedValue<CallTally> CURRENT = ScopedValue.newInstance();

  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicInteger attempts = new AtomicInteger();
  private final AtomicInteger batch = new AtomicInteger();
  private final AtomicReference<@Nullable String> breaker = new AtomicReference<>();
  private final AtomicReference<@Nullable Long> quota = new AtomicReference<>();

  /// The one that is bound; outside of a call one that nobody reads.
  public static CallTally current() {
    return CURRENT.isBound() ? CURRENT.get() : new CallTally();
  }

  /// Runs the work with this tally bound on the current thread.
  public <R> R call(Callable<R> work) throws Exception {
    return ScopedValue.where(CURRENT, this).call(work::call);
  }

  /// Runs the work, which throws nothing checked, with this tally bound on the current thread.
  public <R> R get(Supplier<R> work) {
    return ScopedValue.where(CURRENT, this).call(work::get);
  }

  /// Another system was asked something, however often it took.
  public void called() {
    calls.incrementAndGet();
  }

  /// A request left for another system, a repeated one too.
  public void attempted() {
    attempts.incrementAndGet();
  }

  /// So many records were asked for at once.
  public void batched(int size) {
    batch.accumulateAndGet(size, Math::max);
  }

  /// In which state the breaker was that the call met last, such as `CLOSED`.
  public void breaker(String state) {
    breaker.set(state);
  }

  /// What the other system's quota still allows; the least that was seen.
  public void quotaLeft(long left) {
    quota.accumulateAndGet(left, CallTally::least);
  }

  private static @Nullable Long least(@Nullable Long known, @Nullable Long seen) {
    return known == null || (seen != null && seen < known) ? seen : known;
  }

  /// Takes over what a question was that served this call among others.
  ///
  /// @param own whether its requests count as this call's own, or as another's
  public void include(Figures question, boolean own) {
    if (own) {
      calls.addAndGet(question.calls());
      attempts.addAndGet(question.attempts());
    }
    batched(question.batch());
    String state = question.breaker();
    if (state != null) {
      breaker(state);
    }
    Long left = question.quotaLeft();
    if (left != null) {
      quotaLeft(left);
    }
  }

  public Figures figures() {
    return new Figures(calls.get(), attempts.get(), batch.get(), breaker.get(), quota.get());
  }

  /// What was counted so far.
  ///
  /// @param calls of other systems
  /// @param attempts requests that really left
  /// @param batch the most records asked for at once; 0 when nobody said
  /// @param breaker null when no breaker was met
  /// @param quotaLeft null when no quota was met
  public record Figures(
      int calls, int attempts, int batch, @Nullable String breaker, @Nullable Long quotaLeft) {

    public static final Figures NONE = new Figures(0, 0, 0, null, null);
  }
}
