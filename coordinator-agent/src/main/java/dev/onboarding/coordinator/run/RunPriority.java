package dev.onboarding.coordinator.run;

import com.github.kagkarlsson.scheduler.task.Priority;

/// Who goes first when there is more to do than hands.
public final class RunPriority {

  /// Somebody waits: a person, a webhook.
  public static final int PROMPT = Priority.HIGH;

  /// Nobody waits for the single one: batches.
  public static final int BATCH = Priority.LOW;

  private RunPriority() {}
}
