package dev.onboarding.allinone.bench;

import java.util.List;

/// The memory of the whole system, its database included.
final class MemorySize implements Measurement {

  private static final double GOAL_MIB = 1024;

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public Setup setup() {
    return Setup.AS_SHIPPED;
  }

  @Override
  public List<Figure> figures(Stage stage) {
    String name = "memory (PSS), PostgreSQL included";
    var kib = Memory.proportionalKib(stage.system().processes());
    if (kib.isEmpty()) {
      return List.of(new Figure(name, "not told here", "1024 MiB", "-", "<= 1", null));
    }
    double mib = kib.getAsLong() / 1024.0;
    return List.of(
        new Figure(
            name,
            "%.0f MiB".formatted(mib),
            "%.0f MiB".formatted(GOAL_MIB),
            Numbers.hundredths(mib / GOAL_MIB),
            "<= 1",
            mib <= GOAL_MIB));
  }
}
