package dev.onboarding.coordinator.run;

import com.github.kagkarlsson.scheduler.Scheduler;
import org.springframework.context.SmartLifecycle;

/// Starts the scheduler last and stops it first, so that no execution meets half an application.
final class SchedulerLifecycle implements SmartLifecycle {

  private final Scheduler scheduler;
  private volatile boolean running;

  SchedulerLifecycle(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  @Override
  public void start() {
    scheduler.start();
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    scheduler.stop();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
