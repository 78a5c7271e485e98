package dev.onboarding.taskmonitor.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemindersTests {

  private static final LocalDate DUE = LocalDate.of(2030, 2, 27);

  @Test
  void remindsTheTeamOfItsOwnTask() {
    Reminder reminder = only(task("cs_team", 1));

    assertThat(reminder)
        .isEqualTo(
            new Reminder(
                "t-1:2030-02-28",
                "t-1",
                "tenant-1",
                "001000000000001AAA",
                "Acme",
                "schedule_kickoff",
                "Schedule kickoff",
                "cs_team",
                Recipient.CS_TEAM,
                null,
                DUE,
                1,
                false));
  }

  @Test
  void remindsTheCustomerOfTheirTask() {
    Reminder reminder = only(task("customer", 1));

    assertThat(reminder.recipient()).isEqualTo(Recipient.CUSTOMER);
    assertThat(reminder.recipientEmail()).isEqualTo("ada@acme.example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"system", "milestone", "somebody_new"})
  void tellsTheTeamOfWhatNoPersonOwns(String owner) {
    Reminder reminder = only(task(owner, 1));

    assertThat(reminder.recipient()).isEqualTo(Recipient.CS_TEAM);
    assertThat(reminder.owner()).isEqualTo(owner);
    assertThat(reminder.recipientEmail()).isNull();
  }

  @Test
  void tellsTheTeamWhenTheCustomerCannotBeReached() {
    Reminder unknown = only(task("customer", 1, "OPEN", false, null));
    Reminder blank = only(task("customer", 1, "OPEN", false, " "));

    assertThat(unknown.recipient()).isEqualTo(Recipient.CS_TEAM);
    assertThat(blank.recipient()).isEqualTo(Recipient.CS_TEAM);
    assertThat(blank.recipientEmail()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"1, false", "2, false", "3, true", "40, true"})
  void escalatesFromTheConfiguredDayOn(int daysLate, boolean escalated) {
    assertThat(only(task("cs_team", daysLate)).escalated()).isEqualTo(escalated);
  }

  @Test
  void remindsNobodyOfATaskThatWaitsForAnother() {
    assertThat(due(task("cs_team", 5, "OPEN", true, null))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"COMPLETED", "skipped", "CANCELLED"})
  void remindsNobodyOfATaskThatIsSettled(String status) {
    assertThat(due(task("cs_team", 5, status, false, null))).isEmpty();
  }

  @Test
  void remindsNobodyOfATaskThatIsNotLate() {
    assertThat(due(task("cs_team", 0))).isEmpty();
  }

  @Test
  void remindsOnceOfATaskOnOneDay() {
    assertThat(due(task("cs_team", 2), task("cs_team", 2))).hasSize(1);
  }

  @Test
  void keysEachDayByItself() {
    assertThat(only(task("cs_team", 1)).key()).isNotEqualTo(only(task("cs_team", 2)).key());
    assertThat(only(task("cs_team", 2)).key()).isEqualTo("t-1:2030-03-01");
  }

  private static Reminder only(OverdueTask task) {
    List<Reminder> reminders = due(task);
    assertThat(reminders).hasSize(1);
    return reminders.getFirst();
  }

  private static List<Reminder> due(OverdueTask... tasks) {
    return Reminders.due(Stream.of(tasks).toList(), 3);
  }

  private static OverdueTask task(String owner, int daysLate) {
    return task(owner, daysLate, "OPEN", false, "ada@acme.example");
  }

  private static OverdueTask task(
      String owner, int daysLate, String status, boolean blocked, @Nullable String email) {
    return new OverdueTask(
        "t-1",
        "tenant-1",
        "001000000000001AAA",
        "Acme",
        "schedule_kickoff",
        "Schedule kickoff",
        owner,
        status,
        DUE,
        daysLate,
        blocked,
        email);
  }
}
