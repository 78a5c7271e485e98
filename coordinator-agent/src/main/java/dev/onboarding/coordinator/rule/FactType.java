package dev.onboarding.coordinator.rule;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;

/// The types a rule can compare; money is a number in the smallest unit beside its currency, and a
/// day is text that sorts.
public enum FactType {
  BOOL(SimpleType.BOOL),
  INT(SimpleType.INT),
  DOUBLE(SimpleType.DOUBLE),
  STRING(SimpleType.STRING);

  private final CelType cel;

  FactType(CelType cel) {
    this.cel = cel;
  }

  CelType cel() {
    return cel;
  }
}
