package dev.onboarding.provisioning.provisioner;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Words of a provisioner on their way into our records.
public final class ProvisionerText {

  private static final int LONGEST_REASON = 300;
  private static final int LONGEST_VALUE = 10_000;
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\s\\p{Cc}\\p{Cs}]+");

  private ProvisionerText() {}

  /// What a provisioner gives as a reason, as one line that people can read. It is only shown, so
  /// what nobody can read is left out of it.
  public static String reason(String text) {
    String line = UNPRINTABLE.matcher(text).replaceAll(" ").strip().replaceAll("\\.$", "");
    return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON) + "…";
  }

  /// A value that is kept and used again, so that it cannot be changed: it is taken or refused.
  ///
  /// @throws FailureException of type validation, naming the field
  public static @Nullable String value(String field, @Nullable String text) {
    if (text != null
        && (text.length() > LONGEST_VALUE
            || text.chars().anyMatch(Character::isISOControl)
            || text.codePoints()
                .anyMatch(point -> Character.getType(point) == Character.SURROGATE))) {
      throw new FailureException(
          new Failure(
              ErrorType.VALIDATION,
              Provisioner.INVALID_TEXT,
              null,
              "The provisioner's %s holds control characters or is longer than %d characters."
                  .formatted(field, LONGEST_VALUE),
              "Correct it in the provisioner and call again.",
              "Support Team"));
    }
    return text;
  }
}
