package dev.onboarding.finance.establishment;

import dev.onboarding.model.finding.Evidence;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The tool call that the invoices were read with, to which every finding points back.
public record Reading(String tool, @Nullable String call, Instant readAt, @Nullable String digest) {

  Evidence of(String record) {
    return new Evidence("netsuite", record, tool, call, readAt, digest);
  }
}
