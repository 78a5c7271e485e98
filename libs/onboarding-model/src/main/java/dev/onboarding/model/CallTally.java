package dev.onboarding.model;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What one call of a tool has cost outside so far: filled on the way to an external system, read
/// where the call is audited. Safe for several threads, because one call may ask several times at
/// once.
///
/// Like [CallContext] it does not follow into threads started by hand: capture [#current()] and
/// bind it there again.
public final class CallTally {

  private static final ScopedValue<CallTally> CURRENT = ScopedValue.newInstance();

  private final AtomicInteger upstreamCalls = new AtomicInteger();
  private final AtomicInteger attempts = new AtomicInteger();
  private final AtomicInteger batchSize = new AtomicInteger();
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicReference<@Nullable String> breaker = new AtomicReference<>();
  private final AtomicReference<@Nullable Long> quotaLeft = new AtomicReference<>();

  /// That of the call the thread works for; one that nobody reads where none is bound.
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

  /// One exchange with an external system, a token's among them.
  public void exchanged(long bytesBothWays) {
    upstreamCalls.incrementAndGet();
    bytes.addAndGet(bytesBothWays);
  }

  /// A request took so many attempts; the most that any took is kept.
  public void attempted(int times) {
    attempts.accumulateAndGet(times, Math::max);
  }

  /// The call's answer came together with those of others; the largest number is kept.
  public void batched(int subjects) {
    batchSize.accumulateAndGet(subjects, Math::max);
  }

  /// How the breaker stood that the call met last, for example `closed`.
  public void metBreaker(String state) {
    breaker.set(state);
  }

  /// What was left of the system's own limit when the call last asked.
  public void leftOver(long left) {
    quotaLeft.set(left);
  }

  /// Takes over what a question was that served this call.
  ///
  /// @param paid whether its exchanges count as this call's own, or as another's
  public void include(CallTally question, boolean paid) {
    if (paid) {
      upstreamCalls.addAndGet(question.upstreamCalls());
      bytes.addAndGet(question.bytes());
    }
    attempted(question.attempts());
    batched(question.batchSize());
    String state = question.breaker();
    if (state != null) {
      metBreaker(state);
    }
    Long left = question.quotaLeft();
    if (left != null) {
      leftOver(left);
    }
  }

  /// Exchanges with external systems; 0 when another call's answer served this one.
  public int upstreamCalls() {
    return upstreamCalls.get();
  }

  /// The most attempts that one of its requests took; 0 when none was made.
  public int attempts() {
    return attempts.get();
  }

  /// For how many subjects the largest of its questions asked; 0 when none was asked for many.
  public int batchSize() {
    return batchSize.get();
  }

  /// Bytes of the exchanges, both ways, without headers.
  public long bytes() {
    return bytes.get();
  }

  /// How the last breaker stood; null when none was met.
  public @Nullable String breaker() {
    return breaker.get();
  }

  /// What is left of the system's own limit; null where there is none, or it is not known.
  public @Nullable Long quotaLeft() {
    return quotaLeft.get();
  }

  /// What stands now, for the row that accounts for the call.
  public Figures figures() {
    return new Figures(upstreamCalls(), attempts(), batchSize(), breaker(), quotaLeft());
  }

  /// What was counted, see the methods of the same names.
  public record Figures(
      int calls, int attempts, int batch, @Nullable String breaker, @Nullable Long quotaLeft) {

    public static final Figures NONE = new Figures(0, 0, 0, null, null);
  }
}
