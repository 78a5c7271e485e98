package dev.onboarding.adviser;

/// Who can carry out an action.
public enum Team {
  CS("CS"),
  FINANCE("Finance"),
  IT_DEVOPS("IT/DevOps"),
  LEGAL("Legal"),
  SALES_OPS("Sales Ops");

  private final String label;

  Team(String label) {
    this.label = label;
  }

  @Override
  public String toString() {
    return label;
  }
}
