package dev.onboarding.allinone.bench;

import java.util.List;

/// How much of the speed remains when the store holds a hundred thousand finished runs.
final class FullStore implements Measurement {

  private static final int FEW = 1_000;
  private static final int MANY = 100_000;
  private static final double GOAL = 0.8;

  @Override
  public String name() {
    return "history";
  }

  @Override
  public Setup setup() {
    return Setup.UNLIMITED;
  }

  @Override
  public List<Figure> figures(Stage stage) {
    stage.most(); // warms up, and leaves finished runs to be copied
    var copies = new RunCopies(stage.store(), stage.progress());
    copies.fillUpTo(FEW);
    Rounds few = Rounds.warm(stage, "history, %,d runs".formatted(FEW));
    copies.fillUpTo(MANY);
    Rounds many = Rounds.warm(stage, "history, %,d runs".formatted(MANY));
    return List.of(
        new Figure(
            "runs per second with %,d finished runs".formatted(MANY),
            Numbers.tenths(many.rate()),
            "%s with %,d".formatted(Numbers.tenths(few.rate()), FEW),
            Numbers.hundredths(many.rate() / few.rate()),
            ">= " + GOAL,
            many.rate() / few.rate() >= GOAL),
        new Figure(
            "processor time per run with %,d finished runs".formatted(MANY),
            Numbers.tenths(many.effortMillis()) + " ms",
            "%s ms with %,d".formatted(Numbers.tenths(few.effortMillis()), FEW),
            Numbers.hundredths(many.effortMillis() / few.effortMillis()),
            "",
            null));
  }
}
