package dev.onboarding.edge;

import org.springframework.boot.context.event.ApplicationStartingEvent;
import org.springframework.context.ApplicationListener;

/// Gives virtual threads more carriers than there are cores. A virtual thread that loads a class
/// keeps its carrier while it waits for a lock; with as few carriers as cores, a handful of them at
/// start-up could wait for ever for a lock whose owner has no carrier left to run on.
public final class CarrierThreads implements ApplicationListener<ApplicationStartingEvent> {

  private static final String PROPERTY = "jdk.virtualThreadScheduler.parallelism";

  /// More than runs and requests that meet a class for the first time at the same moment; carriers
  /// that nobody needs are not started.
  private static final String ENOUGH = "256";

  @Override
  public void onApplicationEvent(ApplicationStartingEvent starting) {
    provide();
  }

  /// Counts only before the first virtual thread of the process; what is set on the command line
  /// stays.
  public static void provide() {
    if (System.getProperty(PROPERTY) == null) {
      System.setProperty(PROPERTY, ENOUGH);
    }
  }
}
