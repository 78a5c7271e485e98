package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.report.SlackMessage;
import dev.onboarding.coordinator.report.Texts;
import dev.onboarding.coordinator.run.Approval;
import dev.onboarding.coordinator.run.OperatorAct;
import dev.onboarding.coordinator.run.Run;
import dev.onboarding.coordinator.run.StepContext;
import java.time.Instant;
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
    return about(
        context.run(),
        "was rejected by %s: %s".formatted(escaped(answer.approver()), escaped(answer.reason())));
  }

  static SlackMessage expired(StepContext context) {
    var known = context.known();
    return about(
        context.run(),
        known.outcome(StepNames.AWAIT_ANSWER).isPresent()
            ? "expired: nobody answered in time. A new trigger starts it again."
            : "expired: what blocks it did not change in time. A new trigger starts it again.");
  }

  static SlackMessage cancelled(StepContext context) {
    var known = context.known();
    OperatorAct act = Objects.requireNonNull(known.cancellation(), "cancellation");
    var undone =
        Stream.of(StepNames.CANCEL_TASKS, StepNames.SUSPEND)
            .flatMap(step -> known.outcome(step).stream())
            .map(Undone::what)
            .collect(Collectors.joining(" "));
    var reached =
        known.outcome(StepNames.WELCOME).filter(Told::happened).isPresent()
            ? " The customer had been welcomed and should hear from a person."
            : "";
    return about(
        context.run(),
        "was cancelled by %s: %s %s%s"
            .formatted(
                escaped(act.person()),
                escaped(act.reason()),
                undone.isEmpty() ? "Nothing had to be undone." : escaped(undone),
                reached));
  }

  static SlackMessage onboardedBefore(StepContext context) {
    var verdict = context.known().required(StepNames.JUDGE).decision().verdict();
    return about(
        context.run(),
        "ends: already onboarded, the tenant is active. Judged now it would be %s; the report says why."
            .formatted(verdict));
  }

  static SlackMessage announcing(StepContext context) {
    return about(
        context.run(),
        "was stopped before and now meets every rule: the tenant is made next. To stop it:"
            + " `./onboarding cancel %s --reason \"…\"`.".formatted(context.run().id()));
  }

  static SlackMessage reminding(StepContext context, Instant expiry) {
    var day = expiry.atZone(context.known().required(StepNames.GATHER).zone()).toLocalDate();
    return about(
        context.run(),
        "still waits for an answer, and expires on %s. %s".formatted(day, asking(context)));
  }

  static SlackMessage parked(Run run) {
    var failure = run.failure();
    var why =
        failure == null
            ? ""
            : " %s %s (%s)"
                .formatted(
                    escaped(failure.message()),
                    escaped(failure.resolution()),
                    escaped(failure.owner()));
    return about(
        run,
        "is parked and does not go on by itself.%s Then `./onboarding resume %s --reason \"…\"`, or `cancel`."
            .formatted(why, run.id()));
  }

  private static SlackMessage about(Run run, String what) {
    var name = run.accountName() == null ? run.accountKey() : run.accountName();
    var text =
        "Onboarding of %s %s (run %s, correlation id %s)"
            .formatted(escaped(name), what, run.id(), escaped(run.correlationId()));
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
