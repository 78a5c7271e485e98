package dev.onboarding.coordinator.pipeline;

import static dev.onboarding.coordinator.run.RunState.ACTING;
import static dev.onboarding.coordinator.run.RunState.CANCELLED;
import static dev.onboarding.coordinator.run.RunState.COMPLETED;
import static dev.onboarding.coordinator.run.RunState.EXPIRED;
import static dev.onboarding.coordinator.run.RunState.GATHERING;
import static dev.onboarding.coordinator.run.RunState.REJECTED;
import static dev.onboarding.coordinator.run.RunState.WAITING_APPROVAL;
import static dev.onboarding.coordinator.run.RunState.WAITING_FACT;
import static dev.onboarding.coordinator.run.RunState.WAITING_UPSTREAM;

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

  static Pipeline of(Judging judge, Telling tell, Waiting wait, Acting act) {
    return new Pipeline(
        List.of(
            perform(GATHERING, Course::always, judge.gather()),
            perform(GATHERING, Course::always, judge.judge()),
            perform(ACTING, Course::always, judge.advise()),
            // Observing: nothing leaves but the report.
            perform(ACTING, Course::observed, tell.report("report_observed", COMPLETED)),
            stop(COMPLETED, Course::observed),
            // Onboarded before: nobody is asked, and nothing need be mended.
            perform(ACTING, Course::mayBeOnboarded, act.seeTenant()),
            perform(ACTING, Course::onboardedBefore, tell.slackOnboardedBefore()),
            perform(ACTING, Course::onboardedBefore, tell.report("report_onboarded", COMPLETED)),
            stop(COMPLETED, Course::onboardedBefore),
            // BLOCK: say who must do what, and wait for the fact that would change it.
            perform(ACTING, Course::blocked, tell.slackBlocked()),
            perform(ACTING, Course::blocked, tell.mailBlocked()),
            perform(ACTING, Course::blocked, tell.report("report_blocked", WAITING_FACT)),
            perform(WAITING_UPSTREAM, Course::blockedByOutage, wait.forUpstream()),
            startOver(Course::changed),
            perform(WAITING_FACT, Course::waitsForFact, wait.forFact()),
            startOver(Course::changed),
            // ESCALATE: ask a person, once; the answer wakes the run.
            perform(ACTING, Course::needsPerson, tell.slackEscalation()),
            perform(ACTING, Course::needsPerson, tell.mailEscalation()),
            perform(ACTING, Course::unanswered, tell.report("report_escalated", WAITING_APPROVAL)),
            perform(WAITING_APPROVAL, Course::unanswered, wait.forAnswer()),
            startOver(Course::changed),
            perform(ACTING, Course::rejected, tell.slackRejected()),
            perform(ACTING, Course::rejected, tell.report("report_rejected", REJECTED)),
            stop(REJECTED, Course::rejected),
            // Nobody answered, or nothing changed, in all that time.
            perform(ACTING, Course::expired, tell.slackExpired()),
            perform(ACTING, Course::expired, tell.report("report_expired", EXPIRED)),
            stop(EXPIRED, Course::expired),
            // PROCEED, or approved: the tenant first, then everybody hears of it. Who has been
            // onboarded before is neither welcomed nor given credentials again.
            perform(ACTING, Course::proceedsUnasked, tell.slackAnnouncing()),
            perform(ACTING, Course::looksForTenant, act.confirmEvidence()),
            startOver(Course::outdated),
            perform(ACTING, Course::looksForTenant, act.lookForTenant()),
            undoable(Course::proceeds, act.createTenant(), act.suspendTenant()),
            perform(ACTING, Course::proceeds, act.awaitTenant()),
            undoable(Course::welcomes, act.createChecklist(), act.cancelTasks()),
            perform(ACTING, Course::proceeds, tell.slackProceeding()),
            perform(ACTING, Course::welcomes, tell.mailSuccess()),
            perform(ACTING, Course::welcomes, act.welcomeCustomer()),
            perform(ACTING, Course::welcomes, act.sendTraining()),
            perform(ACTING, Course::welcomes, act.completeSystemTasks()),
            perform(ACTING, Course::proceeds, tell.report("report_completed", COMPLETED)),
            stop(COMPLETED, Course::proceeds)),
        // Cancelled, and undone from the bottom up.
        List.of(
            perform(GATHERING, Course::unjudged, tell.slackCancelled()),
            perform(ACTING, Course::judged, tell.slackCancelled()),
            perform(ACTING, Course::reportable, tell.report("report_cancelled", CANCELLED)),
            perform(GATHERING, Course::neverJudged, tell.reportUnjudged("report_unjudged")),
            perform(ACTING, Course::notJudgedAgain, tell.reportUnjudged("report_not_judged")),
            stop(CANCELLED, Course::always)));
  }

  private static Planned perform(RunState in, Predicate<Known> when, Step<?> step) {
    return new Planned.Perform(in, when, step, null);
  }

  private static Planned undoable(Predicate<Known> when, Step<?> step, Step<?> undo) {
    return new Planned.Perform(ACTING, when, step, undo);
  }

  private static Planned startOver(Predicate<Known> when) {
    return new Planned.StartOver(when, Course::whatChanged);
  }

  private static Planned stop(RunState in, Predicate<Known> when) {
    return new Planned.Stop(in, when);
  }

  /// The steps that come to a decision.
  record Judging(Step<?> gather, Step<?> judge, Step<?> advise) {}

  /// The steps that hold no thread while they wait.
  record Waiting(Step<?> forUpstream, Step<?> forFact, Step<?> forAnswer) {}

  /// The steps that do what was decided, and those that take them back.
  record Acting(
      Step<?> seeTenant,
      Step<?> confirmEvidence,
      Step<?> lookForTenant,
      Step<?> createTenant,
      Step<?> suspendTenant,
      Step<?> awaitTenant,
      Step<?> createChecklist,
      Step<?> cancelTasks,
      Step<?> welcomeCustomer,
      Step<?> sendTraining,
      Step<?> completeSystemTasks) {}
}
