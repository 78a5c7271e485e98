package dev.onboarding.allinone.bench;

/// One line of the benchmark: what was measured beside what it is held against.
public record Figure(String name, String measured, String reference, String ratio, String goal) {}
