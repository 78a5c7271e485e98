package dev.onboarding.agentkit;

/// A field of an argument or an answer.
///
/// @param path as on the wire, for example `invoices[].total.amount`
/// @param always whether it is counted on, where what holds it is there
public record WireField(String path, boolean always) {}
