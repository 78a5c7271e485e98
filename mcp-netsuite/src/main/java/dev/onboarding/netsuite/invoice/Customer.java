package dev.onboarding.netsuite.invoice;

import org.jspecify.annotations.Nullable;

/// A customer of the ERP.
///
/// @param id NetSuite's internal id
/// @param currency ISO 4217 code of the currency it is billed in by default
public record Customer(
    String id,
    @Nullable String externalId,
    @Nullable String name,
    @Nullable String email,
    @Nullable String currency) {}
