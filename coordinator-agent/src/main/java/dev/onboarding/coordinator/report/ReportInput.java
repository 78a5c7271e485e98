package dev.onboarding.coordinator.report;

import dev.onboarding.adviser.Advice;
import dev.onboarding.coordinator.rule.Explained;
import dev.onboarding.model.decision.Decision;
import dev.onboarding.model.finding.Assessments;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything a report, an e-mail or a message may say about a run. There is no component that
/// could hold a credential.
///
/// @param explained the decision's reasons; null when an older version judged, and for messages
/// @param timeline the states of the run, oldest first
/// @param tenant null unless one was provisioned
/// @param tasks the onboarding checklist; empty unless it was created
/// @param effects what was done outside, oldest first
public record ReportInput(
    RunFacts run,
    List<StateChange> timeline,
    Assessments assessments,
    Decision decision,
    @Nullable Explained explained,
    Advice advice,
    @Nullable Tenant tenant,
    List<Task> tasks,
    List<Effect> effects,
    List<Version> versions) {

  public ReportInput {
    timeline = List.copyOf(timeline);
    tasks = List.copyOf(tasks);
    effects = List.copyOf(effects);
    versions = List.copyOf(versions);
  }

  /// The same with one more thing that took part.
  public ReportInput with(Version version) {
    var more = new ArrayList<>(versions);
    more.add(version);
    return new ReportInput(
        run, timeline, assessments, decision, explained, advice, tenant, tasks, effects, more);
  }

  /// Which run it is.
  ///
  /// @param account the reference the trigger gave
  /// @param accountName null when the account was not found
  /// @param mode `observe`, `approve-all` or `act`
  /// @param address where people read the report
  public record RunFacts(
      String id,
      int attempt,
      String source,
      String correlation,
      String account,
      @Nullable String accountName,
      String mode,
      String state,
      Instant startedAt,
      Instant reportedAt,
      @Nullable URI address) {}

  /// The run entered a state.
  public record StateChange(String state, Instant at, @Nullable String why) {}

  /// The customer's tenant, as everybody may know it.
  public record Tenant(String id, String tier, @Nullable URI loginAddress) {}

  /// One task of the checklist.
  public record Task(
      int number, String title, String owner, String state, @Nullable LocalDate due) {}

  /// Something done outside, under the key that makes repetition harmless.
  ///
  /// @param outcome `done`, `waiting` or `refused`, with what came back
  public record Effect(String step, String key, String outcome, @Nullable Instant at) {}

  /// What took part, and in which version: an agent, the rule set, a prompt.
  public record Version(String name, String version, @Nullable String digest) {}
}
