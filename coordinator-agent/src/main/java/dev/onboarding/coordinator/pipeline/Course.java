package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.run.Approval;
import dev.onboarding.coordinator.run.Known;
import dev.onboarding.coordinator.run.Mode;
import dev.onboarding.model.decision.Tier;
import dev.onboarding.model.decision.Verdict;
import dev.onboarding.model.finding.Domain;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which way a judged run goes: the conditions of the pipeline, each over recorded facts only.
final class Course {

  private Course() {}

  static boolean always(Known known) {
    return true;
  }

  /// An observing run tells nobody, not even of its end.
  static boolean judged(Known known) {
    return !observed(known) && known.run().verdict() != null;
  }

  /// Whether there is enough for a report.
  static boolean reportable(Known known) {
    return known.outcome(StepNames.ADVISE).isPresent();
  }

  /// Cancelled before there was enough for one.
  static boolean neverJudged(Known known) {
    return !reportable(known) && known.run().verdict() == null;
  }

  /// As [#neverJudged], in an attempt that came after a judged one.
  static boolean notJudgedAgain(Known known) {
    return !reportable(known) && known.run().verdict() != null;
  }

  static boolean unjudged(Known known) {
    return !observed(known) && known.run().verdict() == null;
  }

  static boolean observed(Known known) {
    return known.run().mode() == Mode.OBSERVE;
  }

  /// A run that would proceed at once looks when it makes the tenant.
  static boolean mayBeOnboarded(Known known) {
    boolean atOnce = verdict(known) == Verdict.PROCEED && known.run().mode() == Mode.ACT;
    return !observed(known) && !atOnce && known.required(StepNames.GATHER).context() != null;
  }

  static boolean onboardedBefore(Known known) {
    return known.outcome(StepNames.SEE_TENANT).filter(TenantBefore::isActive).isPresent();
  }

  private static boolean stops(Known known) {
    return observed(known) || onboardedBefore(known);
  }

  static boolean blocked(Known known) {
    return !stops(known) && verdict(known) == Verdict.BLOCK;
  }

  /// ESCALATE asks a person, and in mode `approve-all` PROCEED does too.
  static boolean needsPerson(Known known) {
    return !stops(known)
        && switch (verdict(known)) {
          case PROCEED -> known.run().mode() == Mode.APPROVE_ALL;
          case ESCALATE -> true;
          case BLOCK -> false;
        };
  }

  /// While nobody has answered and there is still time.
  static boolean unanswered(Known known) {
    return needsPerson(known) && known.approval() == null && !expired(known);
  }

  /// A violation that is no outage stands in the way, or the outage lasted too long.
  static boolean waitsForFact(Known known) {
    return blocked(known)
        && (!blockedByOutage(known) || known.outcome(StepNames.AWAIT_UPSTREAM).isPresent());
  }

  /// Nothing but systems that failed and may answer later stands in the way.
  static boolean blockedByOutage(Known known) {
    return blocked(known)
        && known.required(StepNames.JUDGE).decision().fired(Tier.VIOLATION).stream()
            .allMatch(row -> failedForNow(known, row.domain()));
  }

  private static boolean failedForNow(Known known, Domain domain) {
    return known.required(StepNames.GATHER).assessments().all().stream()
        .filter(assessment -> assessment.domain() == domain)
        .allMatch(
            assessment -> assessment.failure() != null && Gathered.mayPass(assessment.failure()));
  }

  /// Waiting ended because something else was found than was judged.
  static boolean changed(Known known) {
    return awaited(known).anyMatch(Awaited::isChanged);
  }

  /// Before anything is made.
  static boolean outdated(Known known) {
    return looksForTenant(known)
        && known
            .outcome(StepNames.CONFIRM)
            .filter(confirmed -> !confirmed.differences().isEmpty())
            .isPresent();
  }

  /// What was found, as one sentence for the run's history.
  static String whatChanged(Known known) {
    return Stream.concat(
            awaited(known).flatMap(ended -> ended.differences().stream()),
            known.outcome(StepNames.CONFIRM).stream()
                .flatMap(confirmed -> confirmed.differences().stream()))
        .collect(Collectors.joining(" "));
  }

  private static Stream<Awaited> awaited(Known known) {
    return Stream.of(StepNames.AWAIT_UPSTREAM, StepNames.AWAIT_FACT, StepNames.AWAIT_ANSWER)
        .flatMap(step -> known.outcome(step).stream());
  }

  /// Nobody answered, or nothing changed, for as long as the run may wait.
  static boolean expired(Known known) {
    return Stream.of(StepNames.AWAIT_FACT, StepNames.AWAIT_ANSWER)
        .flatMap(step -> known.outcome(step).stream())
        .anyMatch(ended -> ended.end() == Awaited.End.TIME_IS_UP);
  }

  /// A run that comes to proceed by itself, after it had been stopped, says so before it acts.
  static boolean proceedsUnasked(Known known) {
    return proceeds(known) && known.run().attempt() > 1 && known.approval() == null;
  }

  static boolean rejected(Known known) {
    return needsPerson(known) && answered(known, Approval.Answer.REJECT);
  }

  static boolean proceeds(Known known) {
    return !stops(known)
        && switch (verdict(known)) {
          case PROCEED, ESCALATE -> !needsPerson(known) || answered(known, Approval.Answer.APPROVE);
          case BLOCK -> false;
        };
  }

  /// Only before the run asks for a tenant itself.
  static boolean looksForTenant(Known known) {
    return proceeds(known) && known.outcome(StepNames.TENANT).isEmpty();
  }

  /// An earlier run made the tenant, and welcomed whom it had to.
  static boolean alreadyOnboarded(Known known) {
    return known
        .outcome(StepNames.TENANT)
        .flatMap(tenant ->
            known.outcome(StepNames.TENANT_BEFORE).filter(before -> before.wasActive(tenant)))
        .isPresent();
  }

  static boolean welcomes(Known known) {
    return proceeds(known) && !alreadyOnboarded(known);
  }

  private static boolean answered(Known known, Approval.Answer answer) {
    return known.approval() != null && known.approval().answer() == answer;
  }

  private static Verdict verdict(Known known) {
    return known.required(StepNames.JUDGE).decision().verdict();
  }
}
