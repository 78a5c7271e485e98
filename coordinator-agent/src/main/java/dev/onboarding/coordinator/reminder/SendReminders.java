package dev.onboarding.coordinator.reminder;

import dev.onboarding.agentkit.NeededTool;
import dev.onboarding.agentkit.NeededTools;
import dev.onboarding.agentkit.ToolServers;
import dev.onboarding.coordinator.effect.EffectKey;
import dev.onboarding.coordinator.effect.Mail;
import dev.onboarding.coordinator.effect.MailAddress;
import dev.onboarding.coordinator.effect.Outbox;
import dev.onboarding.coordinator.effect.SlackPost;
import dev.onboarding.coordinator.reminder.Reminder.Review;
import dev.onboarding.coordinator.report.Emails;
import dev.onboarding.model.CallContext;
import dev.onboarding.model.FailureException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends what the task monitor says is due: by mail where somebody has an address, and to the
/// channel for our own team and for what is escalated. A customer's escalated task is also mailed
/// to customer success.
final class SendReminders {

  private static final Logger LOG = LoggerFactory.getLogger(SendReminders.class);

  static final NeededTools NEEDED =
      NeededTools.of(NeededTool.of("task-monitor", "task_monitor_review", Map.class, Review.class));

  private final ToolServers servers;
  private final Outbox outbox;
  private final String channel;
  private final String customerSuccess;
  private final Emails emails = new Emails();

  SendReminders(ToolServers servers, Outbox outbox, String channel, String customerSuccess) {
    this.servers = servers;
    this.outbox = outbox;
    this.channel = channel;
    this.customerSuccess = customerSuccess;
  }

  /// One reminder that cannot be sent holds no other up.
  ///
  /// @param occasion names this review in the audit
  /// @throws FailureException when something was not sent; the same again sends only that
  void send(String occasion) {
    new CallContext(null, occasion, null, null).run(() -> remindAll(occasion));
  }

  private void remindAll(String occasion) {
    var failures = new ArrayList<FailureException>();
    for (var reminder : review()) {
      try {
        remind(reminder, occasion);
      } catch (FailureException failed) {
        LOG.warn("The reminder {} was not sent: {}", reminder.key(), failed.getMessage());
        failures.add(failed);
      }
    }
    if (!failures.isEmpty()) {
      throw failures.getFirst();
    }
  }

  private List<Reminder> review() {
    return servers
        .call("task-monitor", "task_monitor_review", Map.of(), Review.class)
        .value()
        .present();
  }

  private void remind(Reminder reminder, String occasion) {
    var recipient = MailAddress.of(reminder.recipientEmail()).map(MailAddress::value);
    boolean copied = reminder.escalated() && reminder.customers();
    if (recipient.isPresent() || copied) {
      outbox.send(key(reminder, "mail", occasion), mail(reminder, recipient, copied));
    }
    if (recipient.isEmpty() || reminder.escalated()) {
      outbox.send(
          key(reminder, "slack", occasion),
          new SlackPost(channel, ReminderText.slack(reminder), null));
    }
  }

  /// Who cannot be written to is reminded by customer success.
  private Mail mail(Reminder reminder, Optional<String> recipient, boolean copied) {
    var email = emails.reminder(ReminderText.late(reminder));
    return new Mail(
        List.of(recipient.orElse(customerSuccess)),
        copied && recipient.isPresent() ? List.of(customerSuccess) : List.of(),
        email.subject(),
        email.text(),
        email.html());
  }

  private static EffectKey key(Reminder reminder, String kind, String occasion) {
    return EffectKey.ofNoRun("reminder/%s/%s".formatted(reminder.key(), kind), occasion);
  }
}
