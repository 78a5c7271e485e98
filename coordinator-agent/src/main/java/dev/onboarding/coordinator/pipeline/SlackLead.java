package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.report.SlackMessage;
import dev.onboarding.coordinator.report.Texts;
import dev.onboarding.coordinator.run.Approval;
import dev.onboarding.coordinator.run.StepContext;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What Slack is told of the people in a run: who is asked, who approved, who said no.
final class SlackLead {

  private static final String ALREADY_ONBOARDED =
      "Already onboarded: the tenant was active before this run. The customer got no new"
          + " credentials, and neither checklist, welcome nor training again.";

  private SlackLead() {}

  /// The message with the sentence put before it.
  static SlackMessage before(SlackMessage message, String sentence) {
    if (sentence.isEmpty()) {
      return message;
    }
    ArrayNode blocks = message.blocks().deepCopy();
    blocks.insert(Math.min(1, blocks.size()), section(sentence));
    return new SlackMessage(sentence + "\n" + message.text(), blocks);
  }

  static String asking(StepContext context) {
    return "A person must answer: `./onboarding approve %s --reason \"…\"`, or `reject`."
        .formatted(context.run().id());
  }

  /// Empty when nobody had to be asked and the customer is new.
  static String proceeding(StepContext context) {
    var already = Course.alreadyOnboarded(context.known()) ? ALREADY_ONBOARDED : "";
    return Stream.of(already, approved(context))
        .filter(sentence -> !sentence.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static String approved(StepContext context) {
    var answer = context.known().approval();
    return answer == null
        ? ""
        : "Approved by %s: %s".formatted(escaped(answer.approver()), escaped(answer.reason()));
  }

  static SlackMessage rejected(StepContext context) {
    Approval answer = Objects.requireNonNull(context.known().approval(), "answer");
    var run = context.run();
    var name = run.accountName() == null ? run.accountKey() : run.accountName();
    var text =
        "Onboarding of %s was rejected by %s: %s (run %s, correlation id %s)"
            .formatted(
                escaped(name),
                escaped(answer.approver()),
                escaped(answer.reason()),
                run.id(),
                escaped(run.correlationId()));
    return new SlackMessage(text, JsonNodeFactory.instance.arrayNode().add(section(text)));
  }

  private static ObjectNode section(String text) {
    var block = JsonNodeFactory.instance.objectNode().put("type", "section");
    block.putObject("text").put("type", "mrkdwn").put("text", text);
    return block;
  }

  private static String escaped(String text) {
    return Texts.SLACK.shown(text);
  }
}
