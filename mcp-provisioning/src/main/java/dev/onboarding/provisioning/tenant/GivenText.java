package dev.onboarding.provisioning.tenant;

import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;

/// Text of a caller that is kept: some, not too much, and nothing that the database cannot hold.
public final class GivenText {

  private GivenText() {}

  /// @param code of the failure when the text is empty or too long
  /// @return the text without the space around it
  /// @throws FailureException of type validation, naming the argument
  public static String of(String argument, String text, int longest, String code) {
    if (!isStorable(text)) {
      throw new FailureException(
          Failure.invalid(
              "INVALID_CHARACTER",
              "%s contains a NUL character or half a surrogate pair: leave it out"
                  .formatted(argument)));
    }
    if (text.isBlank() || text.length() > longest) {
      throw new FailureException(
          Failure.invalid(code, "%s must have 1 to %d characters".formatted(argument, longest)));
    }
    return text.strip();
  }

  /// PostgreSQL keeps every character but NUL, and halves of one are none.
  public static boolean isStorable(String text) {
    return text.codePoints()
        .noneMatch(point -> point == 0 || Character.getType(point) == Character.SURROGATE);
  }
}
