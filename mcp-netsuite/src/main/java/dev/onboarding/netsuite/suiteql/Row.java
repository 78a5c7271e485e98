package dev.onboarding.netsuite.suiteql;

import dev.onboarding.model.FailureException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One row of an answer, read by column: an omitted column is absence, an unreadable one a failure.
public final class Row {

  private static final int LONGEST_NUMBER = 40;

  private final JsonNode node;

  Row(JsonNode node) {
    this.node = node;
  }

  /// @throws FailureException when the column holds an object or a list
  public @Nullable String text(String column) {
    JsonNode value = node.get(column);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isValueNode()) {
      throw UnreadableAnswer.of("the column %s is no plain value".formatted(column));
    }
    String text = value.asString();
    return text.isBlank() ? null : text;
  }

  /// @throws FailureException when the column is absent
  public String required(String column) {
    String text = text(column);
    if (text == null) {
      throw UnreadableAnswer.of("the column %s is missing".formatted(column));
    }
    return text;
  }

  /// @throws FailureException when the column holds no number
  public @Nullable BigDecimal number(String column) {
    String text = text(column);
    if (text == null) {
      return null;
    }
    try {
      if (text.length() > LONGEST_NUMBER) {
        throw new NumberFormatException("too long");
      }
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw UnreadableAnswer.of("the column %s holds no number".formatted(column));
    }
  }

  /// @throws FailureException when the column holds no date of the form 2026-01-31
  public @Nullable LocalDate date(String column) {
    String text = text(column);
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw UnreadableAnswer.of("the column %s holds no date".formatted(column));
    }
  }

  /// Whether the column says yes, in NetSuite's own way.
  public boolean flag(String column) {
    return "T".equals(text(column));
  }
}
