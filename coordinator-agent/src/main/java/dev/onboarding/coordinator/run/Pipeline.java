package dev.onboarding.coordinator.run;

import java.util.List;

/// What happens to every run, line by line, read top to bottom.
public record Pipeline(List<Planned> lines) {

  public Pipeline {
    lines = List.copyOf(lines);
  }
}
