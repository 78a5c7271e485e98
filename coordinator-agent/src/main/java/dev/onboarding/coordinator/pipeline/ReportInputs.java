package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.report.CancelledRun;
import dev.onboarding.coordinator.report.ReportInput;
import dev.onboarding.coordinator.report.ReportInput.RunFacts;
import dev.onboarding.coordinator.rule.Explained;
import dev.onboarding.coordinator.run.Known;
import dev.onboarding.coordinator.run.Run;
import dev.onboarding.coordinator.run.RunState;
import dev.onboarding.coordinator.run.RunStores;
import dev.onboarding.coordinator.run.StepRow;
import dev.onboarding.coordinator.run.Versions;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Puts together what a report or message may say about a run, from what is recorded.
public final class ReportInputs {

  /// Steps that do nothing outside.
  private static final Set<String> INWARD =
      Set.of(
          "gather_evidence",
          "judge_evidence",
          "advise",
          "see_tenant",
          "confirm_evidence",
          "await_tenant",
          "await_answer",
          "await_fact",
          "await_upstream");

  private final RunStores stores;
  private final Judge judge;
  private final URI publicUrl;

  ReportInputs(RunStores stores, Judge judge, URI publicUrl) {
    this.stores = stores;
    this.judge = judge;
    this.publicUrl = publicUrl;
  }

  /// @param state the one to report: what the run is in, or is about to rest in
  /// @throws IllegalStateException when the run is not judged yet
  public ReportInput of(Known known, RunState state, Instant now) {
    var run = known.run();
    return input(
        known,
        state,
        now,
        explained(known),
        timeline(run, state, now),
        effects(known, now),
        versions(run, known));
  }

  /// As [#of], without what no message tells: every reason, the way there, and what took part.
  ReportInput message(Known known, RunState state, Instant now) {
    return input(known, state, now, null, List.of(), List.of(), List.of());
  }

  private ReportInput input(
      Known known,
      RunState state,
      Instant now,
      @Nullable Explained explained,
      List<ReportInput.StateChange> timeline,
      List<ReportInput.Effect> effects,
      List<ReportInput.Version> versions) {
    var run = known.run();
    return new ReportInput(
        facts(run, accountName(known), state, now),
        timeline,
        known.required(StepNames.GATHER).assessments(),
        known.required(StepNames.JUDGE).decision(),
        explained,
        known.required(StepNames.ADVISE),
        tenant(known),
        tasks(known),
        effects,
        versions);
  }

  private @Nullable Explained explained(Known known) {
    return judge
        .explain(
            known.run(),
            known.required(StepNames.GATHER).assessments(),
            known.required(StepNames.JUDGE))
        .orElse(null);
  }

  /// @throws IllegalStateException when nobody cancelled the run
  CancelledRun cancelled(Known known, Instant now) {
    var run = known.run();
    var act = known.cancellation();
    if (act == null) {
      throw new IllegalStateException("Nobody cancelled run " + run.id());
    }
    return new CancelledRun(
        facts(run, run.accountName(), RunState.CANCELLED, now),
        act.person(),
        act.reason(),
        timeline(run, RunState.CANCELLED, now),
        own(run.versions()));
  }

  private RunFacts facts(Run run, @Nullable String name, RunState state, Instant now) {
    return new RunFacts(
        run.id().toString(),
        run.attempt(),
        run.source(),
        run.correlationId(),
        run.accountKey(),
        name,
        run.mode().toString(),
        state.toString(),
        run.createdAt(),
        now,
        publicUrl.resolve("/api/runs/" + run.id() + "/report.html"));
  }

  private static @Nullable String accountName(Known known) {
    return known.required(StepNames.GATHER).account().map(account -> account.name()).orElse(null);
  }

  private List<ReportInput.StateChange> timeline(Run run, RunState state, Instant now) {
    var changes = new ArrayList<ReportInput.StateChange>();
    for (var change : stores.runs().history(run.id())) {
      changes.add(
          new ReportInput.StateChange(change.state().toString(), change.at(), change.why()));
    }
    if (run.state() != state) {
      changes.add(new ReportInput.StateChange(state.toString(), now, null));
    }
    return changes;
  }

  private static ReportInput.@Nullable Tenant tenant(Known known) {
    return known
        .outcome(StepNames.TENANT_READY)
        .or(() -> known.outcome(StepNames.TENANT))
        .map(made -> new ReportInput.Tenant(made.tenantId(), made.tier(), made.loginUrl()))
        .orElse(null);
  }

  private static List<ReportInput.Task> tasks(Known known) {
    return known
        .outcome(StepNames.SYSTEM_TASKS)
        .or(() -> known.outcome(StepNames.CHECKLIST))
        .map(Checklist::tasks)
        .orElse(List.of())
        .stream()
        .map(task ->
            new ReportInput.Task(
                task.number(), task.title(), task.owner(), task.status(), task.dueDate()))
        .toList();
  }

  /// What the execution has just done is not written yet when it writes the report.
  private List<ReportInput.Effect> effects(Known known, Instant now) {
    var run = known.run();
    // Told only of a run that found the account onboarded.
    boolean already = Course.alreadyOnboarded(known);
    return stores.journal().without(INWARD, run.id(), run.attempt()).stream()
        .filter(step -> isLook(step) ? already : !isReport(step))
        .map(step -> {
          var outcome = known.recorded().json(step.name());
          return new ReportInput.Effect(
              step.name(),
              StepNames.shownKey(step.key()),
              outcome(step, outcome),
              outcome.isPresent() && step.outcome() == null ? now : step.outcomeAt());
        })
        .toList();
  }

  private static boolean isReport(StepRow step) {
    return step.name().startsWith("report_");
  }

  private static boolean isLook(StepRow step) {
    return step.name().equals(StepNames.TENANT_BEFORE.value());
  }

  private static String outcome(StepRow step, Optional<JsonNode> outcome) {
    if (isLook(step)) {
      return "already onboarded: the tenant was active before this run; checklist, credentials,"
          + " welcome and training were passed over";
    }
    if (outcome.isPresent()) {
      var warning = outcome.get().path("warning").asString("");
      var left = outcome.get().path("reference").asString("");
      return warning.isEmpty() ? "done" : (left.isEmpty() ? "not sent: " : "done: ") + warning;
    }
    return step.failure() == null ? "waiting" : "refused: " + step.failure().message();
  }

  private static List<ReportInput.Version> versions(Run run, Known known) {
    var all = new ArrayList<ReportInput.Version>();
    // The run's row was read before this attempt gathered; what it recorded is newer.
    known.required(StepNames.GATHER).servers().forEach(server -> all.add(version(server)));
    all.addAll(own(run.versions()));
    known
        .outcome(StepNames.CHECKLIST)
        .filter(made -> made.templateVersion() != null)
        .map(made ->
            new ReportInput.Version(
                "checklist", String.valueOf(made.templateVersion()), made.templateDigest()))
        .ifPresent(all::add);
    return all;
  }

  /// What the run keeps from its beginning.
  private static List<ReportInput.Version> own(Versions versions) {
    return List.of(
        new ReportInput.Version("coordinator-agent", versions.coordinator(), null),
        new ReportInput.Version("rule set", versions.ruleSet(), versions.ruleSetDigest()),
        new ReportInput.Version("prompts", versions.prompts(), null));
  }

  /// @param server name and version, with a slash between
  private static ReportInput.Version version(String server) {
    int slash = server.lastIndexOf('/');
    return slash < 0
        ? new ReportInput.Version(server, "unknown", null)
        : new ReportInput.Version(server.substring(0, slash), server.substring(slash + 1), null);
  }
}
