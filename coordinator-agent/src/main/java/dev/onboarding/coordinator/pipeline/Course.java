package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.run.Approval;
import dev.onboarding.coordinator.run.Known;
import dev.onboarding.coordinator.run.Mode;
import dev.onboarding.model.decision.Verdict;

/// Which way a judged run goes: the conditions of the pipeline, each over recorded facts only.
final class Course {

  private Course() {}

  static boolean always(Known known) {
    return true;
  }

  static boolean observed(Known known) {
    return known.run().mode() == Mode.OBSERVE;
  }

  static boolean blocked(Known known) {
    return !observed(known) && verdict(known) == Verdict.BLOCK;
  }

  /// ESCALATE asks a person, and in mode `approve-all` PROCEED does too.
  static boolean needsPerson(Known known) {
    return !observed(known)
        && switch (verdict(known)) {
          case PROCEED -> known.run().mode() == Mode.APPROVE_ALL;
          case ESCALATE -> true;
          case BLOCK -> false;
        };
  }

  static boolean unanswered(Known known) {
    return needsPerson(known) && known.approval() == null;
  }

  static boolean rejected(Known known) {
    return needsPerson(known) && answered(known, Approval.Answer.REJECT);
  }

  static boolean proceeds(Known known) {
    return !observed(known)
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
