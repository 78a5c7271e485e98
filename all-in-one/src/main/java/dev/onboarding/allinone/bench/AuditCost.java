package dev.onboarding.allinone.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What the audit trail takes from a server: calls a second of a tool that does nothing, with the
/// trail and without it, turn by turn on the same database.
final class AuditCost implements Measurement {

  private static final int CALLERS = 16;
  private static final int CALLS = 4_000;
  private static final double LEAST_KEPT = 0.65;
  private static final int WARM_UP = 8;

  @Override
  public String name() {
    return "audit";
  }

  @Override
  public Setup setup() {
    return Setup.AS_SHIPPED;
  }

  @Override
  public List<Figure> figures(Stage stage) throws Exception {
    List<Double> with = new ArrayList<>();
    List<Double> without = new ArrayList<>();
    List<Double> kept = new ArrayList<>();
    List<Double> commits = new ArrayList<>();
    var caller = new EchoCaller();
    try (var audited = EchoServer.audited(stage.store());
        var unaudited = EchoServer.unaudited(stage.store())) {
      for (int round = -WARM_UP; round < stage.rounds(); round++) {
        stage.progress().accept("audit: round %d".formatted(round + WARM_UP + 1));
        double on = caller.perSecond(audited.endpoint(), CALLERS, CALLS);
        double off = caller.perSecond(unaudited.endpoint(), CALLERS, CALLS);
        if (round >= 0) {
          with.add(on);
          without.add(off);
          kept.add(on / off);
          commits.add(stage.store().durableInsert().toNanos() / 1e6);
        }
      }
    }
    double ratio = Numbers.median(kept);
    return List.of(
        new Figure(
            "calls a second through one server, audited, %d callers".formatted(CALLERS),
            whole(Numbers.median(with)),
            whole(Numbers.median(without)) + " unaudited",
            Numbers.hundredths(ratio),
            ">= " + Numbers.hundredths(LEAST_KEPT),
            ratio >= LEAST_KEPT),
        // An answer waits for the commit of its row: this is the disk's part of the cost.
        new Figure(
            "ms for one row to be written for good, beside them",
            Numbers.hundredths(Numbers.median(commits)),
            Numbers.hundredths(CALLERS * 1e3 / Numbers.median(without)) + " a call unaudited",
            "",
            "",
            null));
  }

  private static String whole(double value) {
    return String.format(Locale.ROOT, "%.0f", value);
  }
}
