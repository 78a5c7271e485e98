package dev.onboarding.allinone.command;

import dev.onboarding.allinone.client.Coordinator;
import dev.onboarding.allinone.client.RunView;
import dev.onboarding.allinone.client.SandboxControl.Story;
import dev.onboarding.allinone.client.Webhook;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// One account sent through the system, and what came of it.
///
/// @param expected the decision that the account's story asks for; empty when none is known
/// @param took from the webhook to the run's rest
record Scenario(
    String account, String story, String expected, RunView run, Duration took, String report) {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /// Sends a signed webhook for the account and waits until its run rests.
  static Scenario play(Story story, Coordinator coordinator, String secret, Clock clock) {
    Instant sent = clock.instant();
    var webhook = Webhook.signed(story.key(), "demo-" + UUID.randomUUID(), secret, clock);
    String id = coordinator.trigger(webhook);
    RunView run = coordinator.rested(id, PATIENCE);
    return new Scenario(
        story.key(),
        story.story(),
        story.expected(),
        run,
        Duration.between(sent, clock.instant()),
        coordinator.reportAddress(id).toString());
  }

  boolean asExpected() {
    return expected.isEmpty() || expected.equals(run.verdict());
  }

  /// What `--json` shows of it.
  record Line(
      String account,
      String scenario,
      String decision,
      String expected,
      String state,
      List<String> rows,
      double seconds,
      String runId,
      String report) {}

  /// @param reportFile where the report lies when the system has stopped
  Line line(String reportFile) {
    return new Line(
        account,
        story,
        run.verdict(),
        expected,
        run.state(),
        run.firedRows(),
        took.toMillis() / 1000.0,
        run.id(),
        reportFile);
  }
}
