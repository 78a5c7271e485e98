package dev.onboarding.coordinator.assistant;

import dev.onboarding.coordinator.api.RunDetail;
import dev.onboarding.coordinator.api.RunSummary;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// How a run stands, in the few facts an assistant needs.
///
/// @param account how the trigger named it
/// @param meaning what the state means, in a sentence
/// @param verdict PROCEED, ESCALATE or BLOCK; null until it is judged
/// @param trouble why it waits for an upstream or is parked
/// @param report where a person on the coordinator's machine reads the report
record RunStanding(
    String runId,
    String account,
    @Nullable String accountName,
    String correlationId,
    String state,
    String meaning,
    @Nullable String verdict,
    @Nullable String trouble,
    String createdAt,
    URI report) {

  static RunStanding of(RunDetail run, URI publicUrl) {
    var decision = run.decision();
    var failure = run.failure();
    return new RunStanding(
        run.runId(),
        run.account(),
        run.accountName(),
        run.correlationId(),
        run.state().toString(),
        run.stateMeaning(),
        decision == null ? null : decision.verdict().toString(),
        failure == null ? null : failure.message(),
        run.createdAt().toString(),
        publicUrl.resolve(run.report()));
  }

  static RunStanding of(RunSummary run, URI publicUrl) {
    return new RunStanding(
        run.runId(),
        run.account(),
        run.accountName(),
        run.correlationId(),
        run.state().toString(),
        run.state().meaning(),
        run.verdict() == null ? null : run.verdict().toString(),
        null,
        run.createdAt().toString(),
        publicUrl.resolve("/api/runs/" + run.runId() + "/report.html"));
  }
}
