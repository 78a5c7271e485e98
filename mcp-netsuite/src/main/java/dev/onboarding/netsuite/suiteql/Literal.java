package dev.onboarding.netsuite.suiteql;

import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Text that has been made safe to stand in a query: SuiteQL over REST has no bind parameters.
public final class Literal {

  private static final int LONGEST = 128;
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");
  private static final Pattern COLUMN = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");

  private Literal() {}

  /// A quoted string.
  ///
  /// @param argument what the caller calls the value
  /// @throws FailureException when the value is empty, too long or holds control characters
  public static String text(String argument, String value) {
    if (value.isBlank()
        || value.length() > LONGEST
        || value.chars().anyMatch(Character::isISOControl)) {
      throw new FailureException(
          Failure.invalid(
              "INVALID_VALUE",
              "%s must have 1 to %d printable characters".formatted(argument, LONGEST)));
    }
    return "'" + value.replace("'", "''") + "'";
  }

  /// The quoted strings of an `IN` list.
  public static String list(String argument, Collection<String> values) {
    return values.stream()
        .distinct()
        .map(value -> text(argument, value))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  /// Whether the text is an internal id of NetSuite.
  public static boolean isInternalId(String value) {
    return DIGITS.matcher(value).matches();
  }

  /// The name of a column, which comes from configuration and is never quoted.
  ///
  /// @throws IllegalArgumentException when it is no plain name
  public static String column(String name) {
    if (!COLUMN.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "'%s' is no field of NetSuite: letters, digits and _ only, at most 64".formatted(name));
    }
    return name;
  }
}
