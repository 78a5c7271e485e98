package dev.onboarding.provisioning.checklist;

import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.util.Locale;

/// Who does a task; printed in lower case.
enum TaskOwner {
  SYSTEM,
  CS_TEAM,
  CUSTOMER,
  MILESTONE;

  /// @throws FailureException `UNKNOWN_OWNER` when the text names none
  static TaskOwner parse(String text) {
    for (TaskOwner owner : values()) {
      if (owner.toString().equalsIgnoreCase(text)) {
        return owner;
      }
    }
    throw new FailureException(
        Failure.invalid(
            "UNKNOWN_OWNER",
            "'%s' is no owner: give system, cs_team, customer or milestone".formatted(text)));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
