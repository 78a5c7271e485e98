package dev.onboarding.coordinator.http;

import java.net.URI;

/// The body of a refusal (RFC 9457).
record Problem(URI type, String title, int status, String detail) {

  static final String MEDIA_TYPE = "application/problem+json";

  static Problem of(ProblemType type, String detail) {
    return new Problem(type.uri(), type.title(), type.status().value(), detail);
  }
}
