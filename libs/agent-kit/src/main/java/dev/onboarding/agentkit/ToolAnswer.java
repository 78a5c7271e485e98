package dev.onboarding.agentkit;

import dev.onboarding.model.finding.Evidence;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a tool answered, and what is needed to find the call again in the audit.
///
/// @param call id of the audited call
/// @param digest SHA-256 of the answer as the server computed it
/// @param server name and version of the server that answered
public record ToolAnswer<T>(
    T value,
    String tool,
    @Nullable String call,
    Instant readAt,
    @Nullable String digest,
    @Nullable String server) {

  /// The provenance of a fact read from this answer.
  public Evidence evidence(String system, String record) {
    return new Evidence(system, record, tool, call, readAt, digest);
  }
}
