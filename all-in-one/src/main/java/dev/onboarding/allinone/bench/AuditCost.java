package dev.onboarding.allinone.bench;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;

/// What the audit trail takes from a server: calls a second of a tool that does nothing, with the
/// trail and without it, turn by turn on the same database; with few callers, who wait for the disk
/// most of all, and with many, who keep the processors busy meanwhile.
final class AuditCost implements Measurement {

  private static final int FEW = 16;
  private static final int MANY = 64;
  private static final int CALLS = 6_400;
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
    var few = new Kept(FEW);
    var many = new Kept(MANY);
    List<Double> commits = new ArrayList<>();
    var caller = new EchoCaller();
    try (var audited = EchoServer.audited(stage.store());
        var unaudited = EchoServer.unaudited(stage.store())) {
      for (int round = -WARM_UP; round < stage.rounds(); round++) {
        stage.progress().accept("audit: round %d".formatted(round + WARM_UP + 1));
        few.measure(caller, audited.endpoint(), unaudited.endpoint(), round >= 0);
        many.measure(caller, audited.endpoint(), unaudited.endpoint(), round >= 0);
        commits.add(stage.store().durableInsert().toNanos() / 1e6);
      }
    }
    return List.of(
        few.figure(),
        many.figure(),
        // An answer waits for the commit of its row: this is the disk's part of the cost.
        new Figure(
            "ms for one row to be written for good, beside them",
            Numbers.hundredths(Numbers.median(commits)),
            Numbers.hundredths(FEW * 1e3 / Numbers.median(few.without)) + " a call unaudited",
            "",
            "",
            null));
  }

  /// Rates with and without the trail, of so many callers.
  private static final class Kept {

    private final int callers;
    private final List<Double> with = new ArrayList<>();
    private final List<Double> without = new ArrayList<>();
    private final List<Double> ratios = new ArrayList<>();

    Kept(int callers) {
      this.callers = callers;
    }

    void measure(EchoCaller caller, URI audited, URI unaudited, boolean counts)
        throws ExecutionException, InterruptedException {
      double on = caller.perSecond(audited, callers, CALLS);
      double off = caller.perSecond(unaudited, callers, CALLS);
      if (counts) {
        with.add(on);
        without.add(off);
        ratios.add(on / off);
      }
    }

    Figure figure() {
      double ratio = Numbers.median(ratios);
      return new Figure(
          "calls a second through one server, audited, %d callers".formatted(callers),
          whole(Numbers.median(with)),
          whole(Numbers.median(without)) + " unaudited",
          Numbers.hundredths(ratio),
          ">= " + Numbers.hundredths(LEAST_KEPT),
          ratio >= LEAST_KEPT);
    }

    private static String whole(double value) {
      return String.format(Locale.ROOT, "%.0f", value);
    }
  }
}
