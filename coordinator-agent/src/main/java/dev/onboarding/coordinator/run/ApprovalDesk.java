package dev.onboarding.coordinator.run;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// Takes a person's answer to an escalation: it counts once, only while the run waits for it, and
/// only on the findings that were shown.
public final class ApprovalDesk {

  private final RunStores stores;
  private final RunQueue queue;
  private final Supplier<UUID> ids;
  private final Clock clock;

  public ApprovalDesk(RunStores stores, RunQueue queue, Supplier<UUID> ids, Clock clock) {
    this.stores = stores;
    this.queue = queue;
    this.ids = ids;
    this.clock = clock;
  }

  /// @return empty when there is no such run
  public Optional<ApprovalResult> answer(RunId id, ApprovalAnswer answer) {
    return stores.inTransaction(() -> stores.runs().lock(id).map(run -> judge(run, answer)));
  }

  private ApprovalResult judge(Run run, ApprovalAnswer answer) {
    var given = stores.approvals().of(run.id(), run.attempt());
    if (given.isPresent()) {
      return repeated(run, given.get(), answer);
    }
    if (run.state() != RunState.WAITING_APPROVAL) {
      return new ApprovalResult.Refused(
          "approval-not-awaited",
          "The run is %s and waits for no approval.".formatted(run.state()));
    }
    var shown =
        stores.attempts().find(run.id(), run.attempt()).map(Attempt::findingsDigest).orElseThrow();
    if (!answer.findingsDigest().equals(shown)) {
      return new ApprovalResult.Refused(
          "findings-changed",
          "The answer was given on other findings than those that stand now; read them and answer"
              + " again.");
    }
    return accepted(run, answer, shown);
  }

  private static ApprovalResult repeated(Run run, Approval given, ApprovalAnswer answer) {
    return given.isSameAs(answer)
        ? new ApprovalResult.Accepted(run, true)
        : new ApprovalResult.Refused(
            "approval-already-given",
            "%s has already answered %s.".formatted(given.approver(), given.answer()));
  }

  private ApprovalResult accepted(Run run, ApprovalAnswer answer, String shown) {
    stores
        .approvals()
        .add(
            run.id(),
            new Approval(
                ids.get(),
                run.attempt(),
                answer.answer(),
                answer.approver(),
                answer.reason(),
                shown,
                clock.instant()));
    var why = "%s by %s: %s".formatted(answer.answer(), answer.approver(), answer.reason());
    var woken = stores.runs().goOn(run, why);
    queue.enqueue(woken);
    return new ApprovalResult.Accepted(woken, false);
  }
}
