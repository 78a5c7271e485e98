package dev.onboarding.contract.establishment;

import dev.onboarding.model.finding.Evidence;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The tool call that the contracts were read with, to which every finding points back.
public record Reading(String tool, @Nullable String call, Instant readAt, @Nullable String digest) {

  Evidence of(String record) {
    return new Evidence("docusign", record, tool, call, readAt, digest);
  }
}
