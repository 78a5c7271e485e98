package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.report.SlackMessage;
import dev.onboarding.coordinator.run.Approval;
import dev.onboarding.coordinator.run.StepContext;
import java.util.Objects;
import tools.jackson.databind.node.JsonNodeFactory;

/// The line that tells the channel that a person said no.
final class RejectedMessage {

  private RejectedMessage() {}

  static SlackMessage of(StepContext context) {
    Approval answer = Objects.requireNonNull(context.known().approval(), "answer");
    var run = context.run();
    var name = run.accountName() == null ? run.accountKey() : run.accountName();
    var text =
        "Onboarding of %s was rejected by %s: %s (run %s, correlation %s)"
            .formatted(
                escaped(name),
                escaped(answer.approver()),
                escaped(answer.reason()),
                run.id(),
                escaped(run.correlationId()));
    var blocks = JsonNodeFactory.instance.arrayNode();
    blocks
        .addObject()
        .put("type", "section")
        .putObject("text")
        .put("type", "mrkdwn")
        .put("text", text);
    return new SlackMessage(text, blocks);
  }

  /// Slack's own three; everything else is plain text to it.
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
