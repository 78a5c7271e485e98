package dev.onboarding.coordinator.browser;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Where a person with a browser logs in.
///
/// @param authorizeUrl the issuer's authorization endpoint; empty where browsers are not let in
@Validated
@ConfigurationProperties(prefix = "onboarding.browser", ignoreUnknownFields = false)
public record BrowserSettings(@DefaultValue("") String authorizeUrl) {}
