package dev.onboarding.salesforce.org;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One row of a query's answer. A field that was not asked for, or is empty, reads as null; a field
/// of another kind than asked makes the answer unreadable.
public record Row(JsonNode node) {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[.SSS][XX][XXX]");

  /// The text of a field; blank counts as empty. The empty name is a field the org does not have.
  public @Nullable String text(String field) {
    JsonNode value = node.path(field);
    if (isEmpty(value)) {
      return null;
    }
    if (!value.isString()) {
      throw Unreadable.because(field + " is no text");
    }
    return value.asString().isBlank() ? null : value.asString();
  }

  /// A checkbox, which Salesforce never leaves empty.
  public boolean flag(String field) {
    JsonNode value = node.path(field);
    if (!value.isBoolean()) {
      throw Unreadable.because(field + " is neither true nor false");
    }
    return value.booleanValue();
  }

  public @Nullable BigDecimal decimal(String field) {
    JsonNode value = node.path(field);
    if (isEmpty(value)) {
      return null;
    }
    if (!value.isNumber()) {
      throw Unreadable.because(field + " is no number");
    }
    return value.decimalValue();
  }

  /// @throws dev.onboarding.model.FailureException also when the number has a fraction
  public @Nullable Integer integer(String field) {
    BigDecimal value = decimal(field);
    try {
      return value == null ? null : (Integer) value.intValueExact();
    } catch (ArithmeticException _) {
      throw Unreadable.because(field + " is no whole number");
    }
  }

  public @Nullable LocalDate date(String field) {
    String text = text(field);
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeException _) {
      throw Unreadable.because(field + " is no date");
    }
  }

  public @Nullable Instant moment(String field) {
    String text = text(field);
    try {
      return text == null ? null : OffsetDateTime.parse(text, MOMENT).toInstant();
    } catch (DateTimeException _) {
      throw Unreadable.because(field + " is no moment");
    }
  }

  /// The row at the other end of a lookup; null when the lookup is empty or may not be read.
  public @Nullable Row parent(String relationship) {
    JsonNode value = node.path(relationship);
    if (isEmpty(value)) {
      return null;
    }
    if (!value.isObject()) {
      throw Unreadable.because(relationship + " is no row");
    }
    return new Row(value);
  }

  private static boolean isEmpty(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }
}
