package dev.onboarding.sandbox.story;

/// How the tenant provisioner behaves for the account.
///
/// @param async true when it only accepts the order and works on it
/// @param polls how often it still says "in progress"
/// @param fails true when the work ends in failure
public record ProvisionerData(boolean async, int polls, boolean fails) {}
