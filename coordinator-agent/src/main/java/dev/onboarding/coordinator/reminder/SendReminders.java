package dev.onboarding.coordinator.reminder;

import dev.onboarding.agentkit.ToolServers;
import dev.onboarding.coordinator.effect.EffectKey;
import dev.onboarding.coordinator.effect.Mail;
import dev.onboarding.coordinator.effect.Outbox;
import dev.onboarding.coordinator.effect.SlackPost;
import dev.onboarding.coordinator.reminder.Reminder.Review;
import dev.onboarding.model.CallContext;
import dev.onboarding.model.FailureException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends what the task monitor says is due: by mail where somebody has an address, and to the
/// channel for our own team and for what is escalated.
final class SendReminders {

  private static final Logger LOG = LoggerFactory.getLogger(SendReminders.class);

  private final ToolServers servers;
  private final Outbox outbox;
  private final String channel;

  SendReminders(ToolServers servers, Outbox outbox, String channel) {
    this.servers = servers;
    this.outbox = outbox;
    this.channel = channel;
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
    if (reminder.recipientEmail() != null) {
      outbox.send(key(reminder, "mail", occasion), mail(reminder, reminder.recipientEmail()));
    }
    if (reminder.recipientEmail() == null || reminder.escalated()) {
      outbox.send(
          key(reminder, "slack", occasion),
          new SlackPost(channel, ReminderText.slack(reminder), null));
    }
  }

  private static EffectKey key(Reminder reminder, String kind, String occasion) {
    return new EffectKey("reminder/%s/%s".formatted(reminder.key(), kind), null, occasion);
  }

  private static Mail mail(Reminder reminder, String recipient) {
    return new Mail(
        List.of(recipient),
        ReminderText.subject(reminder),
        ReminderText.text(reminder),
        ReminderText.html(reminder));
  }
}
