package dev.onboarding.coordinator.run;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where a run stands; the one table of what may follow what.
public enum RunState {
  QUEUED("Stored and answered; no work has begun."),
  GATHERING("Evidence is read and judged."),
  ACTING("The decision stands; what follows from it is done."),
  WAITING_APPROVAL("A person must answer."),
  WAITING_FACT("Blocked until what stopped it changes."),
  WAITING_UPSTREAM("A system did not answer or is paused; it is tried again."),
  WAITING_PROVISIONING("The tenant is being made."),
  COMPLETED("Everything that follows from the decision is done."),
  REJECTED("A person said no."),
  EXPIRED("Nobody answered in time."),
  PARKED("A step cannot go on; a person resumes or cancels the run."),
  CANCELLED("Ended by a person and undone, or taken over by the account's waiting run.");

  private static final Map<RunState, Set<RunState>> NEXT =
      Map.ofEntries(
          Map.entry(QUEUED, EnumSet.of(GATHERING, PARKED, CANCELLED)),
          Map.entry(GATHERING, EnumSet.of(ACTING, WAITING_UPSTREAM, PARKED, CANCELLED)),
          Map.entry(
              ACTING,
              EnumSet.of(
                  GATHERING,
                  COMPLETED,
                  REJECTED,
                  EXPIRED,
                  WAITING_APPROVAL,
                  WAITING_FACT,
                  WAITING_UPSTREAM,
                  WAITING_PROVISIONING,
                  PARKED,
                  CANCELLED)),
          Map.entry(WAITING_APPROVAL, EnumSet.of(ACTING, GATHERING, PARKED)),
          Map.entry(WAITING_FACT, EnumSet.of(ACTING, GATHERING, PARKED)),
          Map.entry(WAITING_UPSTREAM, EnumSet.of(GATHERING, ACTING, WAITING_FACT, PARKED)),
          Map.entry(WAITING_PROVISIONING, EnumSet.of(ACTING, PARKED)),
          Map.entry(PARKED, EnumSet.of(GATHERING, ACTING)),
          Map.entry(COMPLETED, EnumSet.noneOf(RunState.class)),
          Map.entry(REJECTED, EnumSet.noneOf(RunState.class)),
          Map.entry(EXPIRED, EnumSet.noneOf(RunState.class)),
          Map.entry(CANCELLED, EnumSet.noneOf(RunState.class)));

  private final String meaning;

  RunState(String meaning) {
    this.meaning = meaning;
  }

  public String meaning() {
    return meaning;
  }

  public boolean mayBecome(RunState next) {
    return next().contains(next);
  }

  Set<RunState> next() {
    return NEXT.getOrDefault(this, Set.of());
  }

  /// Whether nothing follows any more.
  public boolean ended() {
    return next().isEmpty();
  }

  /// Whether an execution of the scheduler may carry the run on.
  public boolean runnable() {
    return !ended() && this != PARKED;
  }

  /// Whether the run rests until a person answers or a fact changes.
  public boolean restsOnOthers() {
    return this == WAITING_APPROVAL || this == WAITING_FACT;
  }

  /// @throws IllegalTransitionException when the table does not allow it
  RunState become(RunState next) {
    if (!mayBecome(next)) {
      throw new IllegalTransitionException(this, next);
    }
    return next;
  }

  /// The table as a Mermaid state diagram, for `docs/run-states.md`.
  static String diagram() {
    return Arrays.stream(values())
        .flatMap(RunState::arrows)
        .collect(Collectors.joining("\n", "stateDiagram-v2\n    [*] --> QUEUED\n", "\n"));
  }

  private static Stream<String> arrows(RunState from) {
    return from.ended()
        ? Stream.of("    %s --> [*]".formatted(from))
        : from.next().stream().map(to -> "    %s --> %s".formatted(from, to));
  }
}
