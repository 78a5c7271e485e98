package dev.onboarding.coordinator.run;

import com.github.kagkarlsson.scheduler.task.Priority;

/// Who goes first when there is more to do than hands.
public final class RunPriority {

  /// Somebody waits: a person, a webhook.
  public static final int PROMPT = Priority.HIGH;

  /// Nobody waits: many at once.
  public static final int BULK = Priority.LOW;

  private RunPriority() {}
}
