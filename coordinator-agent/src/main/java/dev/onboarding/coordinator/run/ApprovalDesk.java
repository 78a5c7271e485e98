package dev.onboarding.coordinator.run;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Takes a person's answer to an escalation: it counts once, only while the run waits for it, and
/// only on the findings that were shown.
public final class ApprovalDesk {

  private final RunStores stores;
  private final RunQueue queue;
  private final WakeDesk wake;
  private final SecondLook secondLook;
  private final Supplier<UUID> ids;
  private final Clock clock;

  public ApprovalDesk(
      RunStores stores,
      RunQueue queue,
      WakeDesk wake,
      SecondLook secondLook,
      Supplier<UUID> ids,
      Clock clock) {
    this.stores = stores;
    this.wake = wake;
    this.secondLook = secondLook;
    this.queue = queue;
    this.ids = ids;
    this.clock = clock;
  }

  /// @return empty when there is no such run
  /// @throws dev.onboarding.model.FailureException when old evidence cannot be read again now
  public Optional<ApprovalResult> answer(RunId id, ApprovalAnswer answer) {
    return stores.runs().find(id).map(run -> answer(run, answer));
  }

  private ApprovalResult answer(Run run, ApprovalAnswer answer) {
    if (answer.answer() == Approval.Answer.APPROVE && refusal(run, answer).isEmpty()) {
      var differences = secondLook.differences(run);
      if (!differences.isEmpty()) {
        wake.wake(run.id(), "an approval met changed findings");
        return changed(differences);
      }
    }
    return stores.inTransaction(() -> counted(stores.runs().lock(run.id()).orElseThrow(), answer));
  }

  private ApprovalResult counted(Run run, ApprovalAnswer answer) {
    return refusal(run, answer).orElseGet(() -> accepted(run, answer));
  }

  /// Why the answer does not count, or that it was given before; empty when it counts.
  private Optional<ApprovalResult> refusal(Run run, ApprovalAnswer answer) {
    var given = stores.approvals().of(run.id(), run.attempt());
    if (given.isPresent()) {
      return Optional.of(repeated(run, given.get(), answer));
    }
    if (run.state() != RunState.WAITING_APPROVAL) {
      return Optional.of(
          new ApprovalResult.Refused(
              "approval-not-awaited",
              "The run is %s and waits for no approval.".formatted(run.state())));
    }
    var shown =
        stores.attempts().find(run.id(), run.attempt()).map(Attempt::findingsDigest).orElseThrow();
    return answer.findingsDigest().equals(shown)
        ? Optional.empty()
        : Optional.of(changed(List.of()));
  }

  private static ApprovalResult changed(List<String> differences) {
    return new ApprovalResult.Refused(
        "findings-changed",
        "The answer was given on other findings than those that stand now; read them and answer"
            + " again."
            + differences.stream().map(each -> " " + each).collect(Collectors.joining()),
        differences);
  }

  private static ApprovalResult repeated(Run run, Approval given, ApprovalAnswer answer) {
    return given.isSameAs(answer)
        ? new ApprovalResult.Accepted(run, true)
        : new ApprovalResult.Refused(
            "approval-already-given",
            "%s has already answered %s.".formatted(given.approver(), given.answer()));
  }

  private ApprovalResult accepted(Run run, ApprovalAnswer answer) {
    stores
        .approvals()
        .add(
            run,
            new Approval(
                ids.get(),
                run.attempt(),
                answer.answer(),
                answer.approver(),
                answer.reason(),
                answer.findingsDigest(),
                clock.instant()));
    var why = "%s by %s: %s".formatted(answer.answer(), answer.approver(), answer.reason());
    var woken = stores.runs().newTicket(stores.runs().become(run, RunState.ACTING, why));
    queue.enqueue(woken);
    return new ApprovalResult.Accepted(woken, false);
  }
}
