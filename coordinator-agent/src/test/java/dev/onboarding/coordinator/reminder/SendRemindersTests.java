package dev.onboarding.coordinator.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.coordinator.FakeMail;
import dev.onboarding.coordinator.FakeSlack.Trouble;
import dev.onboarding.coordinator.RunningCoordinator;
import dev.onboarding.model.FailureException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SendRemindersTests {

  private final RunningCoordinator coordinator = RunningCoordinator.shared();
  private final SendReminders reminders = coordinator.bean(SendReminders.class);
  private final String occasion = "review-" + UUID.randomUUID();
  private final List<Map<String, Object>> due = new ArrayList<>();

  SendRemindersTests() {
    coordinator.servers.on("task_monitor_review", asked -> Map.of("reminders", due));
  }

  @Test
  void mailsTheCustomerAndTellsTheTeamOfItsOwn() {
    remind("customer", "sandra@customer.example", 3, false);
    remind("cs_team", null, 1, false);

    reminders.send(occasion);

    assertThat(coordinator.mail.sent(occasion))
        .singleElement()
        .satisfies(mail -> {
          assertThat(FakeMail.header(mail, "To")).isEqualTo("sandra@customer.example");
          assertThat(FakeMail.subject(mail)).isEqualTo("Reminder: Verify <login>");
          assertThat(FakeMail.content(mail)).contains("3 days late", "Verify &lt;login&gt;");
        });
    assertThat(coordinator.slack.posts(occasion))
        .singleElement()
        .satisfies(post -> {
          assertThat(post.path("channel").asString()).isEqualTo("#cs-onboarding");
          assertThat(post.path("text").asString())
              .contains("Verify &lt;login&gt;", "Acme", "1 day late");
        });
  }

  @Test
  void tellsTheTeamTooWhenACustomersTaskIsEscalated() {
    remind("customer", "sandra@customer.example", 9, true);

    reminders.send(occasion);

    assertThat(coordinator.mail.sent(occasion))
        .singleElement()
        .satisfies(mail -> {
          assertThat(FakeMail.header(mail, "To")).isEqualTo("sandra@customer.example");
          assertThat(FakeMail.header(mail, "Cc")).isEqualTo("customer-success@example.com");
        });
    assertThat(coordinator.slack.posts(occasion)).hasSize(1);
  }

  @Test
  void copiesNobodyWhileNothingIsEscalated() {
    remind("customer", "sandra@customer.example", 3, false);

    reminders.send(occasion);

    assertThat(FakeMail.header(coordinator.mail.sent(occasion).getFirst(), "Cc")).isEmpty();
  }

  @Test
  void tellsTheTeamWhenACustomerCannotBeWrittenTo() {
    remind("customer", "all: a@customer.example, b@customer.example;", 3, false);
    remind("customer", "not an address", 9, true);

    reminders.send(occasion);

    assertThat(coordinator.mail.sent(occasion))
        .singleElement()
        .satisfies(mail ->
            assertThat(FakeMail.header(mail, "To")).isEqualTo("customer-success@example.com"));
    assertThat(coordinator.slack.posts(occasion)).hasSize(2);
  }

  @Test
  void remindsOnceForEachTaskAndDay() {
    remind("customer", "sandra@customer.example", 3, false);

    reminders.send(occasion);
    reminders.send(occasion);

    assertThat(coordinator.mail.sent(occasion)).hasSize(1);
  }

  @Test
  void sendsTheOthersWhenOneCannotBeSent() {
    remind("cs_team", null, 1, false);
    remind("cs_team", null, 2, false);
    coordinator.slack.trouble(Trouble.UNKNOWN_CHANNEL);

    assertThatThrownBy(() -> reminders.send(occasion)).isInstanceOf(FailureException.class);

    assertThat(coordinator.slack.posts(occasion)).hasSize(1);
    reminders.send(occasion);
    assertThat(coordinator.slack.posts(occasion)).hasSize(2);
  }

  private void remind(String owner, String recipient, int daysLate, boolean escalated) {
    var reminder = new HashMap<String, Object>();
    var task = UUID.randomUUID().toString();
    reminder.put("key", task + ":2199-01-01");
    reminder.put("task_id", task);
    reminder.put("tenant_id", "tenant-1");
    reminder.put("account_id", "001000000000001AAA");
    reminder.put("account_name", "Acme");
    reminder.put("title", "Verify <login>");
    reminder.put("owner", owner);
    reminder.put("recipient_email", recipient);
    reminder.put("due_date", "2198-12-29");
    reminder.put("days_late", daysLate);
    reminder.put("escalated", escalated);
    due.add(reminder);
  }
}
