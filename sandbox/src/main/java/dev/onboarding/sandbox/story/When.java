package dev.onboarding.sandbox.story;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A moment relative to now (`-25d`, `+6m`, `-1y`, `-2h`), or a fixed date (`2026-01-31`). All but
/// hours stand at noon UTC, so that the same question is answered the same all day long.
public record When(@JsonValue String written) {

  private static final Pattern RELATIVE = Pattern.compile("([+-]?\\d{1,5})([hdwmy])");

  /// @throws IllegalArgumentException when the text is neither form
  @JsonCreator
  public When {
    if (!RELATIVE.matcher(written).matches()) {
      try {
        LocalDate.parse(written);
      } catch (DateTimeParseException e) {
        throw new IllegalArgumentException(
            "'%s' is no moment: write -25d, +6m, -1y, -2h or 2026-01-31".formatted(written), e);
      }
    }
  }

  public LocalDate date(Clock clock) {
    return LocalDate.ofInstant(instant(clock), ZoneOffset.UTC);
  }

  public Instant instant(Clock clock) {
    Matcher relative = RELATIVE.matcher(written);
    if (!relative.matches()) {
      return LocalDate.parse(written).atTime(12, 0).toInstant(ZoneOffset.UTC);
    }
    int count = Integer.parseInt(relative.group(1));
    var now = clock.instant().atZone(ZoneOffset.UTC);
    var noon = now.toLocalDate().atTime(12, 0).atZone(ZoneOffset.UTC);
    return switch (relative.group(2)) {
      case "h" -> now.plusHours(count).toInstant();
      case "d" -> noon.plusDays(count).toInstant();
      case "w" -> noon.plusWeeks(count).toInstant();
      case "m" -> noon.plusMonths(count).toInstant();
      default -> noon.plusYears(count).toInstant();
    };
  }
}
