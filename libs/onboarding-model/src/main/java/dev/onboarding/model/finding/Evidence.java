package dev.onboarding.model.finding;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where a finding comes from.
///
/// @param system `salesforce`, `netsuite` or `docusign`
/// @param record the record there, for example `Invoice 1227`; for a confirmed absence, what was
///   asked for
/// @param tool the tool that read it
/// @param call the id of the audited tool call
/// @param digest SHA-256 of the answer
public record Evidence(
    String system,
    String record,
    String tool,
    @Nullable String call,
    Instant readAt,
    @Nullable String digest) {}
