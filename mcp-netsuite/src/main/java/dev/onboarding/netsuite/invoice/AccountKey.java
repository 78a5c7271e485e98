package dev.onboarding.netsuite.invoice;

import org.jspecify.annotations.Nullable;

/// How a caller names an account whose invoices it wants.
///
/// @param accountId Salesforce id of 15 or 18 characters, or an external key
/// @param externalKey the account's key in the other systems, when it has one
public record AccountKey(String accountId, @Nullable String externalKey) {}
