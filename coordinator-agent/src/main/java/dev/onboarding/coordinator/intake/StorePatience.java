package dev.onboarding.coordinator.intake;

import dev.onboarding.coordinator.http.ProblemException;
import dev.onboarding.coordinator.http.ProblemType;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// Keeps a sender waiting for our own store no longer than it may: also when the store is frozen,
/// or every connection to it is in use. What was being stored is stored whole or not at all, and
/// may still be stored after the answer: the same request again then gives the same run.
public final class StorePatience implements AutoCloseable {

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Duration longest;

  StorePatience(Duration longest) {
    this.longest = longest;
  }

  /// @throws ProblemException when the store did not answer in time
  public <T> T within(Supplier<T> work) {
    var asked = threads.submit(work::get);
    try {
      return asked.get(longest.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      // Not interrupted: on a virtual thread that would close a connection others share.
      throw unavailable(late);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw unavailable(stopped);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(failed.getCause());
    }
  }

  private static ProblemException unavailable(Exception cause) {
    return new ProblemException(
        ProblemType.STORE_UNAVAILABLE,
        "The store did not answer in time. Send the same request again later; it is never stored"
            + " twice.",
        cause);
  }

  /// Waits for nobody: whoever still asks has been answered.
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
