package dev.onboarding.clm.contract;

import dev.onboarding.connector.Gathering.Outcome;
import dev.onboarding.model.CallContext;
import dev.onboarding.model.CallTally;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What one of several independent reads gave: a value, or the failure that stands in its place.
record Attempt<T>(@Nullable T value, @Nullable FailureException failure) {

  static <T> Attempt<T> at(Supplier<T> read) {
    try {
      return new Attempt<>(read.get(), null);
    } catch (FailureException e) {
      return new Attempt<>(null, e);
    }
  }

  /// One attempt for each element, in their order, at most so many at the same time.
  static <A, T> List<Attempt<T>> forEach(List<A> elements, int parallel, Function<A, T> read) {
    if (elements.size() == 1) {
      return List.of(at(() -> read.apply(elements.getFirst())));
    }
    CallContext context = CallContext.current();
    CallTally tally = CallTally.current();
    try (var threads = Executors.newFixedThreadPool(parallel, Thread.ofVirtual().factory())) {
      List<Future<Attempt<T>>> running =
          elements.stream()
              .map(element ->
                  threads.submit(
                      () -> context.call(() -> tally.call(() -> at(() -> read.apply(element))))))
              .toList();
      return running.stream().map(Attempt::ended).toList();
    }
  }

  /// The same as one of the outcomes of a gathered question.
  Outcome<T> outcome() {
    return new Outcome<>(value, failure);
  }

  boolean failedWith(Predicate<Failure> kind) {
    return failure != null && kind.test(failure.failure());
  }

  /// @throws FailureException when the read failed
  T get() {
    if (failure != null) {
      throw failure;
    }
    if (value == null) {
      throw new IllegalStateException("neither a value nor a failure");
    }
    return value;
  }

  private static <R> R ended(Future<R> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while accounts were read", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a read ended by a fault of its own", e);
    }
  }
}
