package dev.onboarding.coordinator.report;

/// A rendered e-mail.
///
/// @param kind `blocked`, `escalation`, `success` or `welcome`
/// @param text the same in plain text
public record Email(String kind, String subject, String html, String text) {}
