package dev.onboarding.sandbox.story;

import org.jspecify.annotations.Nullable;

/// The person in the CRM who owns the account.
public record OwnerData(
    String name,
    @Nullable String email,
    boolean active,
    boolean profile,
    @Nullable String title,
    @Nullable String department,
    boolean managed,
    String userType) {}
