package dev.onboarding.coordinator.govern;

import java.util.List;

/// A document that was not stored, with everything that is wrong in it.
public final class DocumentRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  /// @param problems one line each, with the place where it is known
  public DocumentRefused(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  public List<String> problems() {
    return problems;
  }
}
