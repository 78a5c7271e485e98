package dev.onboarding.provisioning.checklist;

import static dev.onboarding.provisioning.checklist.TaskStatus.CANCELLED;
import static dev.onboarding.provisioning.checklist.TaskStatus.COMPLETED;
import static dev.onboarding.provisioning.checklist.TaskStatus.OPEN;
import static dev.onboarding.provisioning.checklist.TaskStatus.SKIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// How far a checklist is.
class ProgressTests {

  @Test
  void countsSkippedAsMet() {
    assertThat(Progress.of(List.of(COMPLETED, SKIPPED))).isEqualTo(new Progress(2, 2, 100));
    assertThat(Progress.of(List.of(OPEN, SKIPPED, COMPLETED))).isEqualTo(new Progress(2, 3, 66));
  }

  @Test
  void leavesCancelledOut() {
    assertThat(Progress.of(List.of(OPEN, CANCELLED))).isEqualTo(new Progress(0, 1, 0));
    assertThat(Progress.of(List.of(CANCELLED))).isEqualTo(new Progress(0, 0, 0));
  }
}
