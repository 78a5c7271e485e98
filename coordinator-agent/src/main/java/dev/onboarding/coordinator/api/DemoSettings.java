package dev.onboarding.coordinator.api;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// The sandbox, when there is one.
///
/// @param sandboxUrl null or empty in production, where `/demo` is not served
@ConfigurationProperties(prefix = "onboarding.demo", ignoreUnknownFields = false)
public record DemoSettings(@Nullable URI sandboxUrl) {

  /// @throws IllegalStateException when none is configured
  URI required() {
    if (sandboxUrl == null) {
      throw new IllegalStateException("No sandbox is configured");
    }
    return sandboxUrl;
  }
}
