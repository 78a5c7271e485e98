package dev.onboarding.sandbox.salesforce;

import org.jspecify.annotations.Nullable;

/// One field of an object.
///
/// @param relationship how SOQL reaches what the reference names, for example `Owner`
/// @param target the object it names
record SField(String name, Type type, @Nullable String relationship, @Nullable String target) {

  enum Type {
    ID,
    REFERENCE,
    TEXT,
    FLAG,
    NUMBER,
    DATE,
    DATETIME
  }

  boolean holdsId() {
    return type == Type.ID || type == Type.REFERENCE;
  }

  /// The type's name as the service's own messages spell it.
  String spelled() {
    return switch (type) {
      case ID -> "ID";
      case REFERENCE -> "reference";
      case TEXT -> "string";
      case FLAG -> "boolean";
      case NUMBER -> "double";
      case DATE -> "date";
      case DATETIME -> "dateTime";
    };
  }
}
