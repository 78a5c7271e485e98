package dev.onboarding.coordinator.api;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The sandbox, when there is one.
///
/// @param sandboxUrl empty in production, where `/demo` is not served
@ConfigurationProperties(prefix = "onboarding.demo", ignoreUnknownFields = false)
public record DemoSettings(@DefaultValue("") String sandboxUrl) {

  URI url() {
    return URI.create(sandboxUrl);
  }
}
