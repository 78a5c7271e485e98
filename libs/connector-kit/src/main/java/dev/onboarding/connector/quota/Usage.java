package dev.onboarding.connector.quota;

/// What a system says of an allocation: how much of it is used, by all its users together.
public record Usage(long used, long allowed) {}
