package dev.onboarding.sandbox.story;

/// One of several dates on which a part of an invoice is due.
public record InstalmentData(When due, Portion amount, Portion paid) {}
