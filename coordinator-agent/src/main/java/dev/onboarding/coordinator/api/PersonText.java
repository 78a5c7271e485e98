package dev.onboarding.coordinator.api;

import dev.onboarding.coordinator.http.ProblemException;
import dev.onboarding.coordinator.http.ProblemType;
import dev.onboarding.coordinator.http.Who;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a person writes into an answer or an order: kept, shown and sent on, so it is short and
/// plain.
final class PersonText {

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_REASON = 1000;

  /// Control characters, line ends, and what turns the direction of the text around it.
  private static final Pattern UNPRINTABLE =
      Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");

  private PersonText() {}

  static String name(String field, @Nullable String value) {
    return text(field, value, LONGEST_NAME);
  }

  /// Who does something; may be left out by a caller who is known already.
  static String who(String field, @Nullable String given) {
    String verified = Who.of(null);
    if (verified != null && (given == null || given.isBlank())) {
      return verified;
    }
    String name = name(field, given);
    return Objects.requireNonNullElse(Who.of(name), name);
  }

  static String reason(@Nullable String value) {
    return text("reason", value, LONGEST_REASON);
  }

  private static String text(String field, @Nullable String value, int longest) {
    var given = value == null ? "" : value.strip();
    if (given.isEmpty() || given.length() > longest || UNPRINTABLE.matcher(value).find()) {
      throw new ProblemException(
          ProblemType.INVALID_FIELD,
          "%s has 1 to %d characters and no control characters.".formatted(field, longest));
    }
    return given;
  }
}
