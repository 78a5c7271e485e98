package dev.onboarding.coordinator.report;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// All that the customer's welcome may say: no finding, no row, no person of ours but the contact.
///
/// @param credentialsAddress the one-time page where the customer fetches the credentials, itself
///   without a secret until it is opened by the signed-in customer; null when sent separately
public record WelcomeInput(
    String accountName,
    @Nullable String signatoryName,
    String tenantId,
    String tier,
    URI loginAddress,
    @Nullable URI credentialsAddress,
    @Nullable String contactName,
    @Nullable String contactEmail,
    String correlation) {}
