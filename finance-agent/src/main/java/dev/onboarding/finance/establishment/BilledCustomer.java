package dev.onboarding.finance.establishment;

import org.jspecify.annotations.Nullable;

/// A customer of the ERP.
///
/// @param externalId the key under which the CRM's account is known there
/// @param currency the currency it is usually billed in
public record BilledCustomer(
    @Nullable String id,
    @Nullable String externalId,
    @Nullable String name,
    @Nullable String email,
    @Nullable String currency) {}
