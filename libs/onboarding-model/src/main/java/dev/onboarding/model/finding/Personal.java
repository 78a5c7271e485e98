package dev.onboarding.model.finding;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a text of a finding that names, describes or reaches a person, or may: it does not survive
/// when a customer's personal data is erased. What is not marked proves the decision and stays.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Personal {}
