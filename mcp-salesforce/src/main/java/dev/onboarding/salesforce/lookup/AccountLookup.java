package dev.onboarding.salesforce.lookup;

import dev.onboarding.salesforce.records.AccountRecord;
import org.jspecify.annotations.Nullable;

/// Whether exactly one account is meant, and if so what the CRM holds of it.
///
/// @param accountsMatching 0 is a confirmed absence; above 1 the key names no one account
record AccountLookup(boolean found, int accountsMatching, @Nullable AccountRecord account) {}
