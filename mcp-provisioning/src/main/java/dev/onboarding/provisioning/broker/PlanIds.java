package dev.onboarding.provisioning.broker;

/// The catalogue's ids for one tier; every request repeats both.
record PlanIds(String serviceId, String planId) {}
