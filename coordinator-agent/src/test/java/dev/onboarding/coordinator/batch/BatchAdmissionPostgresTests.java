package dev.onboarding.coordinator.batch;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.coordinator.http.ProblemException;
import dev.onboarding.coordinator.run.RunDatabase;
import dev.onboarding.coordinator.run.RunPriority;
import dev.onboarding.coordinator.run.RunRequest;
import dev.onboarding.model.AccountReference;
import org.junit.jupiter.api.Test;

class BatchAdmissionPostgresTests {

  private final RunDatabase database = new RunDatabase();
  private final BatchAdmission admission = new BatchAdmission(database.jdbc, () -> {}, 2);

  @Test
  void takesABatchWhileFewerAccountsWaitThanMay() {
    open("b-1", RunPriority.BATCH);

    assertThatCode(admission::admit).doesNotThrowAnyException();
  }

  @Test
  void turnsABatchAwayWhileAsManyWaitAndSaysWhatTheBoundIs() {
    open("b-1", RunPriority.BATCH);
    open("b-2", RunPriority.BATCH);

    assertThatThrownBy(admission::admit)
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("2 accounts of earlier batches wait")
        .hasMessageContaining("onboarding.batch.queue-bound");
  }

  @Test
  void doesNotCountTheRunsOfPeople() {
    open("p-1", RunPriority.PROMPT);
    open("p-2", RunPriority.PROMPT);

    assertThatCode(admission::admit).doesNotThrowAnyException();
  }

  private void open(String event, int priority) {
    database.desk.open(
        new RunRequest(
            "crm", event, event, new AccountReference("A-" + event), null, null, priority));
  }
}
