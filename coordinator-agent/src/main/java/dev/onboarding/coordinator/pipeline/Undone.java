package dev.onboarding.coordinator.pipeline;

/// What taking a step back came to, in one sentence.
public record Undone(String what) {}
