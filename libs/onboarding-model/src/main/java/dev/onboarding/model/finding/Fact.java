package dev.onboarding.model.finding;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a component of a finding, or of what surrounds it, as a fact that rules may ask about, and
/// says what it means.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Fact {

  /// The meaning in one sentence, including what its absence means.
  String value();

  /// The unit, where the type does not say it.
  String unit() default "";

  /// The only values of a text, where its type does not say them; empty for any.
  String[] values() default {};

  /// The vendors' fields that it is read or computed from, as they name them; empty for what comes
  /// from no system.
  String[] from() default {};
}
