package dev.onboarding.provisioning.checklist;

import java.util.Collection;

/// How far a checklist is. Skipped counts as met; cancelled leaves the count.
record Progress(int done, int total, int percent) {

  static Progress of(Collection<TaskStatus> statuses) {
    int total = 0;
    int done = 0;
    for (TaskStatus status : statuses) {
      switch (status) {
        case COMPLETED, SKIPPED -> {
          done++;
          total++;
        }
        case OPEN -> total++;
        case CANCELLED -> {}
      }
    }
    return new Progress(done, total, total == 0 ? 0 : done * 100 / total);
  }
}
