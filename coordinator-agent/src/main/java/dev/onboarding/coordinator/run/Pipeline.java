package dev.onboarding.coordinator.run;

import java.util.List;
import java.util.stream.Stream;

/// What happens to every run, line by line, read top to bottom; and what ends a cancelled one after
/// its steps were undone from the bottom up.
public record Pipeline(List<Planned> lines, List<Planned> cancelled) {

  public Pipeline {
    lines = List.copyOf(lines);
    cancelled = List.copyOf(cancelled);
  }

  /// The lines that hold for the run as it stands.
  List<Planned> course(Known known) {
    return known.cancellation() == null ? lines : undoing(known.recorded());
  }

  private List<Planned> undoing(Recorded recorded) {
    var undone = lines.reversed().stream().flatMap(line -> undo(line, recorded));
    return Stream.concat(undone, cancelled.stream()).toList();
  }

  /// Whatever was begun is undone, also what nobody knows the outcome of.
  private static Stream<Planned> undo(Planned line, Recorded recorded) {
    return line instanceof Planned.Perform done
            && done.undo() != null
            && recorded.begun(done.step().name())
        ? Stream.of(new Planned.Perform(RunState.ACTING, known -> true, done.undo(), null))
        : Stream.empty();
  }
}
