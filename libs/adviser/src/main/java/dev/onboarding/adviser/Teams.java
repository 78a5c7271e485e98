package dev.onboarding.adviser;

import java.util.Map;

/// Which team stands behind the owner that a rule or a failure names.
final class Teams {

  private static final Map<String, Team> BY_OWNER =
      Map.of(
          "CS", Team.CS,
          "Finance", Team.FINANCE,
          "IT/DevOps", Team.IT_DEVOPS,
          "Legal", Team.LEGAL,
          "Sales Ops", Team.SALES_OPS,
          "System Admin", Team.IT_DEVOPS,
          "Integration Admin", Team.IT_DEVOPS,
          "Support Team", Team.IT_DEVOPS,
          "Data Admin", Team.SALES_OPS,
          "Caller", Team.IT_DEVOPS);

  private Teams() {}

  /// An owner nobody has heard of goes to CS, who know whom to ask.
  static Team of(String owner) {
    return BY_OWNER.getOrDefault(owner, Team.CS);
  }
}
