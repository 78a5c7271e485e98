package dev.onboarding.coordinator.assistant;

import java.net.URI;

/// Where a person answers, and nothing that would help to answer in their place.
record ApprovalLink(String runId, URI link) {}
