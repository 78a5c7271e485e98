package dev.onboarding.coordinator.http;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// What a request may weigh.
///
/// @param maxBody largest body of a trigger or of a person's request
@Validated
@ConfigurationProperties(prefix = "onboarding.http", ignoreUnknownFields = false)
public record HttpSettings(@NotNull @DefaultValue("64KB") DataSize maxBody) {}
