package dev.onboarding.sandbox.wire;

/// Lets time pass on the calling (virtual) thread.
public final class Pause {

  private Pause() {}

  public static void millis(long millis) {
    if (millis > 0) {
      try {
        Thread.sleep(millis);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
