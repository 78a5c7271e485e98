package dev.onboarding.allinone.bench;

import dev.onboarding.allinone.system.Module;
import java.util.ArrayList;
import java.util.List;

/// What our edge costs: calls of a trivial tool through a governed, authenticated and audited
/// server, beside the same tool on one with nothing but the protocol's library, by turns in this
/// process.
final class EdgeCost implements Measurement {

  private static final int CALLERS = 16;
  private static final int CALLS = 4_000;
  private static final int ALONE = 400;
  private static final int WARM_UP = 8;
  private static final Module AS = Module.MCP_NETSUITE;
  private static final int MOST_ROUNDS = 7;
  private static final double GOAL = 0.35;
  private static final double GOAL_MILLIS = 3;

  @Override
  public String name() {
    return "edge";
  }

  @Override
  public Setup setup() {
    return Setup.AS_SHIPPED;
  }

  @Override
  public List<Figure> figures(Stage stage) throws Exception {
    try (var bare = EchoServer.bare();
        var governed = EchoServer.authenticated(AS, stage.system(), stage.store())) {
      var caller = new EchoCaller(stage.system().access().token(AS, AS + ".read"));
      List<Double> bareRates = new ArrayList<>();
      List<Double> governedRates = new ArrayList<>();
      List<Double> bareMillis = new ArrayList<>();
      List<Double> governedMillis = new ArrayList<>();
      int rounds = Math.min(stage.rounds(), MOST_ROUNDS);
      for (int i = 0; i < WARM_UP + rounds; i++) {
        stage.progress().accept("edge: round %d".formatted(i + 1));
        double plain = caller.perSecond(bare.endpoint(), CALLERS, CALLS);
        double ours = caller.perSecond(governed.endpoint(), CALLERS, CALLS);
        double plainAlone = caller.medianMillis(bare.endpoint(), ALONE);
        double oursAlone = caller.medianMillis(governed.endpoint(), ALONE);
        if (i >= WARM_UP) {
          bareRates.add(plain);
          governedRates.add(ours);
          bareMillis.add(plainAlone);
          governedMillis.add(oursAlone);
        }
      }
      return List.of(rate(governedRates, bareRates), added(governedMillis, bareMillis));
    }
  }

  private static Figure rate(List<Double> governed, List<Double> bare) {
    double ours = Numbers.median(governed);
    double theirs = Numbers.median(bare);
    return new Figure(
        "governed, authenticated and audited calls at %d callers".formatted(CALLERS),
        "%.0f/s".formatted(ours),
        "%.0f/s (bare SDK echo)".formatted(theirs),
        Numbers.hundredths(ours / theirs),
        ">= " + GOAL,
        ours / theirs >= GOAL);
  }

  private static Figure added(List<Double> governed, List<Double> bare) {
    double ours = Numbers.median(governed);
    double theirs = Numbers.median(bare);
    return new Figure(
        "p50 that the edge adds to one caller",
        Numbers.hundredths(ours - theirs) + " ms",
        Numbers.hundredths(theirs) + " ms (bare SDK echo)",
        Numbers.hundredths(ours / theirs),
        "< %.0f ms".formatted(GOAL_MILLIS),
        ours - theirs < GOAL_MILLIS);
  }
}
