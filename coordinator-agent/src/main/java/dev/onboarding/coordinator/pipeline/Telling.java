package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.effect.EffectKey;
import dev.onboarding.coordinator.effect.MailSettings;
import dev.onboarding.coordinator.effect.Outbox;
import dev.onboarding.coordinator.effect.SlackPost;
import dev.onboarding.coordinator.effect.SlackSettings;
import dev.onboarding.coordinator.report.Email;
import dev.onboarding.coordinator.report.Emails;
import dev.onboarding.coordinator.report.ReportInput;
import dev.onboarding.coordinator.report.SlackMessage;
import dev.onboarding.coordinator.report.SlackMessages;
import dev.onboarding.coordinator.run.Attempts;
import dev.onboarding.coordinator.run.Run;
import dev.onboarding.coordinator.run.RunState;
import dev.onboarding.coordinator.run.Step;
import dev.onboarding.coordinator.run.StepContext;
import java.time.Instant;
import java.util.function.Function;

/// The steps that tell people what was decided.
final class Telling {

  private final Outbox outbox;
  private final SlackSettings slack;
  private final MailSettings mail;
  private final ReportInputs inputs;
  private final ReportDesk reports;
  private final ReportFiles files;
  private final Attempts attempts;
  private final Emails emails = new Emails();
  private final SlackMessages messages = new SlackMessages();

  Telling(
      Outbox outbox,
      SlackSettings slack,
      MailSettings mail,
      ReportInputs inputs,
      ReportDesk reports,
      ReportFiles files,
      Attempts attempts) {
    this.outbox = outbox;
    this.slack = slack;
    this.mail = mail;
    this.inputs = inputs;
    this.reports = reports;
    this.files = files;
    this.attempts = attempts;
  }

  Step<?> slackBlocked() {
    return new UnlessSaid(
        slack("slack_blocked", slack.alertChannel(), judged(RunState.WAITING_FACT)), attempts);
  }

  Step<?> slackEscalation() {
    return slack(
        "slack_escalation",
        slack.channel(),
        context ->
            SlackLead.before(
                judged(RunState.WAITING_APPROVAL).apply(context), SlackLead.asking(context)));
  }

  Step<?> slackProceeding() {
    return slack(
        "slack_proceeding",
        slack.channel(),
        context ->
            SlackLead.before(
                judged(RunState.COMPLETED).apply(context), SlackLead.proceeding(context)));
  }

  Step<?> slackRejected() {
    return slack("slack_rejected", slack.channel(), SlackLead::rejected);
  }

  Step<?> slackExpired() {
    return slack("slack_expired", slack.channel(), SlackLead::expired);
  }

  Step<?> slackCancelled() {
    return slack("slack_cancelled", slack.channel(), SlackLead::cancelled);
  }

  Step<?> slackOnboardedBefore() {
    return slack("slack_onboarded", slack.channel(), SlackLead::onboardedBefore);
  }

  Step<?> slackAnnouncing() {
    return slack("slack_announcing", slack.channel(), SlackLead::announcing);
  }

  /// Tells that an answer is still missing, once for each rung.
  void remind(StepContext context, int rung, Instant expiry) {
    var message = SlackLead.reminding(context, expiry);
    outbox.send(
        EffectKey.of(context.run(), context.key() + "/reminder/" + rung),
        new SlackPost(slack.channel(), message.text(), message.blocks()));
  }

  /// Tells whoever looks after runs that one cannot go on.
  void alertParked(Run run) {
    var message = SlackLead.parked(run);
    outbox.send(
        EffectKey.of(run, "%s/parked/%d".formatted(run.id(), run.epoch())),
        new SlackPost(slack.alertChannel(), message.text(), message.blocks()));
  }

  Step<?> mailBlocked() {
    return new UnlessSaid(mail("mail_blocked", RunState.WAITING_FACT, emails::blocked), attempts);
  }

  Step<?> mailEscalation() {
    return mail("mail_escalation", RunState.WAITING_APPROVAL, emails::escalation);
  }

  Step<?> mailSuccess() {
    return mail("mail_success", RunState.COMPLETED, emails::success);
  }

  Step<?> report(String name, RunState resting) {
    return WriteReport.judged(name, resting, reports);
  }

  /// Of a run that was cancelled before it was judged.
  Step<?> reportUnjudged(String name) {
    return WriteReport.cancelled(name, reports);
  }

  private Function<StepContext, SlackMessage> judged(RunState state) {
    return context -> messages.judged(inputs.message(context.known(), state, context.now()));
  }

  private Step<Told> slack(
      String name, String channel, Function<StepContext, SlackMessage> message) {
    return new TellSlack(name, outbox, channel, message);
  }

  private Step<Told> mail(String name, RunState state, Function<ReportInput, Email> email) {
    return new MailOwner(
        name,
        outbox,
        mail.customerSuccess(),
        files,
        context -> email.apply(inputs.message(context.known(), state, context.now())));
  }
}
