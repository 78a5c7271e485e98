package dev.onboarding.adviser.ask;

import dev.onboarding.adviser.model.ModelFailure;
import dev.onboarding.adviser.model.Reply;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// Makes calls that are waited for only so long; one that takes longer is interrupted and left.
final class TimedCalls implements AutoCloseable {

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /// @throws ModelFailure as the call does, or when the time is over
  Reply within(Span span, Supplier<Reply> call, Duration patience) {
    Callable<Reply> traced = Context.current().with(span).wrap((Callable<Reply>) call::get);
    Future<Reply> future = threads.submit(traced);
    try {
      return future.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      future.cancel(true);
      throw new ModelFailure(ModelFailure.Kind.TOO_SLOW, "no answer in " + patience);
    } catch (InterruptedException e) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      throw new ModelFailure(ModelFailure.Kind.TOO_SLOW, "interrupted");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ModelFailure failure) {
        throw failure;
      }
      throw new ModelFailure(
          ModelFailure.Kind.UNREACHABLE,
          "defect: " + (e.getCause() == null ? e : e.getCause()).getClass().getSimpleName());
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
