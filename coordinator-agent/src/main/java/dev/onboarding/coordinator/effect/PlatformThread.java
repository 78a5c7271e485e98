package dev.onboarding.coordinator.effect;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Does on a thread of the operating system what must not be done on a virtual one.
///
/// Mail is such a thing: it is written byte by byte into a buffer which, made on a virtual thread,
/// the JDK lets grow by a byte at a time, copying it each time: 30 MB for a mail of 10 KB.
final class PlatformThread {

  private PlatformThread() {}

  /// Waits for the end of the work, and throws what it threw.
  static void run(Runnable work) {
    var task = new FutureTask<>(work, null);
    var thread = Thread.ofPlatform().name("mail").start(task);
    try {
      task.get();
    } catch (ExecutionException failed) {
      switch (failed.getCause()) {
        case RuntimeException failure -> throw failure;
        case Error error -> throw error;
        case null, default -> throw new IllegalStateException(failed.getCause());
      }
    } catch (InterruptedException stopped) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while a mail was sent", stopped);
    }
  }
}
