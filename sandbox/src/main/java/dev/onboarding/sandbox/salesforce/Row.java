package dev.onboarding.sandbox.salesforce;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One record: its object and the value of each field that is not empty. Values are `String`,
/// `Boolean`, `BigDecimal`, `LocalDate` or `Instant`.
final class Row {

  private final SObject object;
  private final Map<String, Object> values = new LinkedHashMap<>();

  Row(SObject object, String id) {
    this.object = object;
    set("Id", id);
  }

  SObject object() {
    return object;
  }

  String id() {
    return String.valueOf(value("Id"));
  }

  boolean deleted() {
    return Boolean.TRUE.equals(value("IsDeleted"));
  }

  @Nullable Object value(String field) {
    return values.get(field);
  }

  Row set(String field, @Nullable Object value) {
    if (object.field(field).isEmpty()) {
      throw new IllegalStateException(object.name() + " has no field " + field);
    }
    if (value != null) {
      values.put(field, value);
    }
    return this;
  }
}
