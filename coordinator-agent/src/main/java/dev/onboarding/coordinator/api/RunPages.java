package dev.onboarding.coordinator.api;

import dev.onboarding.adviser.Advice;
import dev.onboarding.coordinator.effect.EffectRow;
import dev.onboarding.coordinator.effect.Effects;
import dev.onboarding.coordinator.pipeline.Explanations;
import dev.onboarding.coordinator.pipeline.StepNames;
import dev.onboarding.coordinator.retention.ErasedRuns;
import dev.onboarding.coordinator.rule.Explained;
import dev.onboarding.coordinator.run.Attempt;
import dev.onboarding.coordinator.run.Run;
import dev.onboarding.coordinator.run.RunFilter;
import dev.onboarding.coordinator.run.RunId;
import dev.onboarding.coordinator.run.RunStores;
import dev.onboarding.coordinator.run.StepRow;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Puts together what is shown of runs, for people and for assistants alike.
public final class RunPages {

  private final RunStores stores;
  private final Effects effects;
  private final ErasedRuns erased;
  private final Explanations explanations;

  public RunPages(RunStores stores, Effects effects, ErasedRuns erased, Explanations explanations) {
    this.stores = stores;
    this.effects = effects;
    this.erased = erased;
    this.explanations = explanations;
  }

  public RunPage page(RunFilter filter) {
    var runs = stores.runs().page(filter).stream().map(RunSummary::of).toList();
    return RunPage.of(runs, filter.size());
  }

  public Optional<RunDetail> detail(RunId id) {
    return stores.runs().find(id).map(this::detail);
  }

  /// Why the current attempt of a run was decided as it was.
  ///
  /// @return empty when there is no such run, or it is not decided yet
  public Optional<Explained> explanation(RunId id) {
    return stores.runs().find(id).flatMap(explanations::of);
  }

  private RunDetail detail(Run run) {
    var attempts = stores.attempts().of(run.id());
    var current = attempts.stream().filter(each -> each.number() == run.attempt()).findFirst();
    return new RunDetail(
        run.id().toString(),
        run.source(),
        run.correlationId(),
        run.accountKey(),
        run.accountId(),
        run.accountName(),
        run.opportunityId(),
        run.mode(),
        run.state(),
        run.state().meaning(),
        run.attempt(),
        text(run.previousRun()),
        text(run.behind()),
        text(run.continuedIn()),
        run.failure(),
        run.wakeAt(),
        run.versions(),
        current.map(attempt -> attempt.decision()).orElse(null),
        current.map(Attempt::findingsDigest).orElse(null),
        advice(run).orElse(null),
        stores.approvals().of(run.id(), run.attempt()).orElse(null),
        stores.acts().of(run.id()),
        stores.runs().history(run.id()),
        attempts,
        steps(run),
        effects.of(run.id()).stream().map(RunPages::shown).toList(),
        URI.create("/api/runs/" + run.id() + "/report.html"),
        run.createdAt(),
        run.updatedAt(),
        run.endedAt(),
        erased.of(run.id()).orElse(null));
  }

  private static @Nullable String text(@Nullable RunId id) {
    return id == null ? null : id.toString();
  }

  private Optional<Advice> advice(Run run) {
    return stores.journal().recorded(run.id(), run.attempt()).of(StepNames.ADVISE);
  }

  private List<RunDetail.Performed> steps(Run run) {
    return stores.journal().of(run.id()).stream().map(RunPages::performed).toList();
  }

  private static EffectRow shown(EffectRow effect) {
    return effect.under(StepNames.shownKey(effect.key()));
  }

  private static RunDetail.Performed performed(StepRow step) {
    return new RunDetail.Performed(
        step.attempt(),
        step.name(),
        StepNames.shownKey(step.key()),
        step.tries(),
        step.intentAt(),
        step.outcomeAt(),
        step.outcome() != null,
        step.failure());
  }
}
