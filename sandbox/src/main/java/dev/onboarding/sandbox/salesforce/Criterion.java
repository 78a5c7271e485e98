package dev.onboarding.sandbox.salesforce;

import dev.onboarding.sandbox.salesforce.Soql.Kind;
import dev.onboarding.sandbox.salesforce.Soql.Literal;
import dev.onboarding.sandbox.story.SalesforceId;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A literal as the values of one field can be compared with it: from and to are equal except for a
/// named range of dates, and both are null for `null`.
record Criterion(@Nullable Object from, @Nullable Object to, boolean text) {

  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[.SSS][.SS][.S][XXX][XX]");

  /// @throws SalesforceProblem when the literal cannot be compared with the field
  static Criterion of(SField field, Literal literal, Clock clock) {
    if (literal.kind() == Kind.NOTHING) {
      return new Criterion(null, null, false);
    }
    return switch (field.type()) {
      case ID, REFERENCE -> exactly(id(field, literal));
      case TEXT -> texts(expect(field, literal, Kind.TEXT));
      case FLAG -> exactly(Boolean.valueOf(expect(field, literal, Kind.FLAG)));
      case NUMBER -> exactly(new BigDecimal(expect(field, literal, Kind.NUMBER)));
      case DATE -> dates(field, literal, clock);
      case DATETIME -> moments(field, literal, clock);
    };
  }

  boolean matches(String operator, @Nullable Object value) {
    if (operator.equals("LIKE")) {
      return value != null && like(String.valueOf(value));
    }
    if (from == null || to == null || value == null) {
      boolean bothEmpty = from == null && value == null;
      return operator.equals("!=") ? !bothEmpty : operator.equals("=") && bothEmpty;
    }
    int low = compared(value, from, text);
    int high = compared(value, to, text);
    return switch (operator) {
      case "=" -> low >= 0 && high <= 0;
      case "!=" -> low < 0 || high > 0;
      case "<" -> low < 0;
      case "<=" -> high <= 0;
      case ">" -> high > 0;
      case ">=" -> low >= 0;
      default -> throw new IllegalStateException(operator);
    };
  }

  /// Texts are compared in any letter case, ids and all else exactly.
  @SuppressWarnings({"unchecked", "rawtypes"})
  static int compared(Object value, Object other, boolean text) {
    Comparable left = text ? folded(value) : (Comparable) value;
    return left.compareTo(text ? folded(other) : other);
  }

  private static String folded(Object value) {
    return String.valueOf(value).toLowerCase(Locale.ROOT);
  }

  private boolean like(String value) {
    var regex = new StringBuilder();
    String pattern = String.valueOf(from);
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\' && i + 1 < pattern.length()) {
        regex.append(Pattern.quote(String.valueOf(pattern.charAt(++i))));
      } else {
        regex.append(c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.DOTALL)
        .matcher(value)
        .matches();
  }

  private static String id(SField field, Literal literal) {
    String text = expect(field, literal, Kind.TEXT);
    if (!SalesforceId.isOne(text)) {
      throw new SalesforceProblem(
          400, "INVALID_QUERY_FILTER_OPERATOR", "invalid ID field: " + text);
    }
    return SalesforceId.full(text);
  }

  private static Criterion dates(SField field, Literal literal, Clock clock) {
    if (literal.kind() == Kind.NAMED_DATE) {
      LocalDate[] days = named(literal.text(), clock);
      return new Criterion(days[0], days[1], false);
    }
    try {
      return exactly(LocalDate.parse(expect(field, literal, Kind.DATE)));
    } catch (DateTimeParseException e) {
      throw SalesforceProblem.malformedQuery("'" + literal.text() + "' is no date");
    }
  }

  private static Criterion moments(SField field, Literal literal, Clock clock) {
    if (literal.kind() == Kind.NAMED_DATE) {
      LocalDate[] days = named(literal.text(), clock);
      Instant end = days[1].plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1);
      return new Criterion(days[0].atStartOfDay(ZoneOffset.UTC).toInstant(), end, false);
    }
    try {
      return exactly(
          OffsetDateTime.parse(expect(field, literal, Kind.DATETIME), WRITTEN).toInstant());
    } catch (DateTimeParseException e) {
      throw SalesforceProblem.malformedQuery("'" + literal.text() + "' is no dateTime");
    }
  }

  private static LocalDate[] named(String name, Clock clock) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    String[] parts = name.toUpperCase(Locale.ROOT).split(":", -1);
    int days = parts.length == 2 ? Integer.parseInt(parts[1]) : 0;
    return switch (parts[0]) {
      case "TODAY" -> new LocalDate[] {today, today};
      case "YESTERDAY" -> new LocalDate[] {today.minusDays(1), today.minusDays(1)};
      case "TOMORROW" -> new LocalDate[] {today.plusDays(1), today.plusDays(1)};
      case "LAST_N_DAYS" -> new LocalDate[] {today.minusDays(days), today};
      default -> new LocalDate[] {today.plusDays(1), today.plusDays(days)};
    };
  }

  private static Criterion exactly(Object value) {
    return new Criterion(value, value, false);
  }

  private static Criterion texts(String value) {
    return new Criterion(value, value, true);
  }

  private static String expect(SField field, Literal literal, Kind kind) {
    if (literal.kind() != kind) {
      throw new SalesforceProblem(
          400,
          "INVALID_FIELD",
          "value of filter criterion for field '%s' must be of type %s and should %sbe enclosed in quotes"
              .formatted(
                  field.name(),
                  field.spelled(),
                  field.holdsId() || field.type() == SField.Type.TEXT ? "" : "not "));
    }
    return literal.text();
  }
}
