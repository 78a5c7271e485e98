package dev.onboarding.salesforce.org;

import java.util.Collection;
import java.util.stream.Collectors;

/// Writes the parts of a query in which a value stands, so that no value is ever read as a query.
public final class Soql {

  private Soql() {}

  /// `field = 'value'`, or `field IN ('value', …)` for more than one.
  ///
  /// @throws IllegalArgumentException when there is no value at all
  public static String oneOf(String field, Collection<String> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("No value for " + field);
    }
    return values.size() == 1
        ? field + " = " + literal(values.iterator().next())
        : values.stream().map(Soql::literal).collect(Collectors.joining(",", field + " IN (", ")"));
  }

  public static String literal(String value) {
    var written = new StringBuilder("'");
    value
        .chars()
        .forEach(character -> {
          switch (character) {
            case '\'' -> written.append("\\'");
            case '\\' -> written.append("\\\\");
            case '\n' -> written.append("\\n");
            case '\r' -> written.append("\\r");
            case '\t' -> written.append("\\t");
            case '"' -> written.append("\\\"");
            default -> written.append((char) character);
          }
        });
    return written.append('\'').toString();
  }
}
