package dev.onboarding.coordinator.pipeline;

import static dev.onboarding.coordinator.run.RunState.ACTING;
import static dev.onboarding.coordinator.run.RunState.COMPLETED;
import static dev.onboarding.coordinator.run.RunState.GATHERING;
import static dev.onboarding.coordinator.run.RunState.REJECTED;
import static dev.onboarding.coordinator.run.RunState.WAITING_APPROVAL;
import static dev.onboarding.coordinator.run.RunState.WAITING_FACT;

import dev.onboarding.coordinator.run.Known;
import dev.onboarding.coordinator.run.Pipeline;
import dev.onboarding.coordinator.run.Planned;
import dev.onboarding.coordinator.run.RunState;
import dev.onboarding.coordinator.run.Step;
import java.util.List;
import java.util.function.Predicate;

/// The way of one run, read top to bottom. A line that is recorded is not performed again; a line
/// whose condition does not hold is passed over.
final class OnboardingPipeline {

  private OnboardingPipeline() {}

  static Pipeline of(Judging judge, Telling tell, Acting act) {
    return new Pipeline(
        List.of(
            perform(GATHERING, Course::always, judge.gather()),
            perform(GATHERING, Course::always, judge.judge()),
            perform(ACTING, Course::always, judge.advise()),
            // Observing: nothing leaves but the report.
            perform(ACTING, Course::observed, tell.report("report_observed", COMPLETED)),
            stop(COMPLETED, Course::observed),
            // BLOCK: say who must do what, and wait for the fact that would change it.
            perform(ACTING, Course::blocked, tell.slackBlocked()),
            perform(ACTING, Course::blocked, tell.mailBlocked()),
            perform(ACTING, Course::blocked, tell.report("report_blocked", WAITING_FACT)),
            stop(WAITING_FACT, Course::blocked),
            // ESCALATE: ask a person, once; the answer wakes the run.
            perform(ACTING, Course::needsPerson, tell.slackEscalation()),
            perform(ACTING, Course::needsPerson, tell.mailEscalation()),
            perform(ACTING, Course::unanswered, tell.report("report_escalated", WAITING_APPROVAL)),
            stop(WAITING_APPROVAL, Course::unanswered),
            perform(ACTING, Course::rejected, tell.slackRejected()),
            perform(ACTING, Course::rejected, tell.report("report_rejected", REJECTED)),
            stop(REJECTED, Course::rejected),
            // PROCEED, or approved: the tenant first, then everybody hears of it. Who has been
            // onboarded before is neither welcomed nor given credentials again.
            perform(ACTING, Course::looksForTenant, act.lookForTenant()),
            perform(ACTING, Course::proceeds, act.createTenant()),
            perform(ACTING, Course::proceeds, act.awaitTenant()),
            perform(ACTING, Course::welcomes, act.createChecklist()),
            perform(ACTING, Course::proceeds, tell.slackProceeding()),
            perform(ACTING, Course::welcomes, tell.mailSuccess()),
            perform(ACTING, Course::welcomes, act.welcomeCustomer()),
            perform(ACTING, Course::welcomes, act.sendTraining()),
            perform(ACTING, Course::welcomes, act.completeSystemTasks()),
            perform(ACTING, Course::proceeds, tell.report("report_completed", COMPLETED)),
            stop(COMPLETED, Course::proceeds)));
  }

  private static Planned perform(RunState in, Predicate<Known> when, Step<?> step) {
    return new Planned.Perform(in, when, step);
  }

  private static Planned stop(RunState in, Predicate<Known> when) {
    return new Planned.Stop(in, when);
  }

  /// The steps that come to a decision.
  record Judging(Step<?> gather, Step<?> judge, Step<?> advise) {}

  /// The steps that do what was decided.
  record Acting(
      Step<?> lookForTenant,
      Step<?> createTenant,
      Step<?> awaitTenant,
      Step<?> createChecklist,
      Step<?> welcomeCustomer,
      Step<?> sendTraining,
      Step<?> completeSystemTasks) {}
}
