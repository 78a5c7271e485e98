package dev.onboarding.coordinator.assistant;

import java.net.URI;

/// Where a person answers; nothing has been approved by asking for it.
///
/// @param findingsDigest of the findings the answer will refer to
record ApprovalLink(String runId, URI link, String findingsDigest, String instructions) {}
