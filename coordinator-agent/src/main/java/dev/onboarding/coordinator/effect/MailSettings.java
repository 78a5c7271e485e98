package dev.onboarding.coordinator.effect;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Who mails come from, and who on our side always receives them.
///
/// @param messageIdDomain right-hand side of every Message-ID; keep it, or repeats are not
///   recognised
/// @param passwordFile a file that holds the relay's password, followed while the process runs; a
///   password that is given as a value goes before it
@Validated
@ConfigurationProperties(prefix = "onboarding.mail", ignoreUnknownFields = false)
public record MailSettings(
    @NotBlank @Email @DefaultValue("onboarding@example.com") String from,
    @NotBlank @Email @DefaultValue("customer-success@example.com") String customerSuccess,
    @NotBlank @DefaultValue("onboarding.example.com") String messageIdDomain,
    @DefaultValue("") String passwordFile) {}
