package dev.onboarding.sandbox.story;

import org.jspecify.annotations.Nullable;

/// A contract as the CRM knows it.
///
/// @param envelope which of the story's envelopes it names, counted from 0; null for none
/// @param account the key of the account it belongs to, when that is another
public record ContractData(
    String number,
    String status,
    @Nullable When start,
    @Nullable When end,
    @Nullable Integer term,
    @Nullable When customerSigned,
    @Nullable When companySigned,
    @Nullable Integer envelope,
    @Nullable String account,
    boolean deleted) {}
