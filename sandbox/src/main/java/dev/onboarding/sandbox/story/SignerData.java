package dev.onboarding.sandbox.story;

import org.jspecify.annotations.Nullable;

/// Someone an envelope goes to.
///
/// @param role `Customer` or `Company`
/// @param status created, sent, delivered, completed or declined
public record SignerData(
    String name,
    @Nullable String email,
    String role,
    int order,
    String status,
    @Nullable When signed,
    @Nullable String declined) {}
