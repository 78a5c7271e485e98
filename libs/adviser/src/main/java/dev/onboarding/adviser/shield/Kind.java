package dev.onboarding.adviser.shield;

/// What a masked value is, as far as a model may know.
public enum Kind {
  PERSON,
  COMPANY,
  EMAIL,
  PHONE,
  ADDRESS,
  NUMBER,
  LINK,
  TEXT
}
