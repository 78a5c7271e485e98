package dev.onboarding.allinone.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// How much the system does at most: some loads in a row, after others that warm it up. The outside
/// world's part is prepared before each and not counted.
///
/// @param rate runs per second, the median of the loads
/// @param effort processor time per run, the median of the loads
record Rounds(double rate, Duration effort) {

  static final int RUNS = 100;

  /// The JVM's last compiler takes up what has been called 5,000 times (Tier4InvocationThreshold),
  /// and much is called once a run: after 4,000 runs it still takes a sixteenth of the processor
  /// time.
  private static final int WARM_UP = 80;

  /// @param what told with the progress
  static Rounds on(Stage stage, String what) {
    for (int i = 0; i < WARM_UP; i++) {
      stage.progress().accept(what + ": warming up");
      stage.load().asFastAsItGoes(stage.accounts().next(RUNS));
    }
    return warm(stage, what);
  }

  /// On a system that is warm already.
  static Rounds warm(Stage stage, String what) {
    List<Double> rates = new ArrayList<>();
    List<Double> efforts = new ArrayList<>();
    for (int i = 0; i < stage.rounds(); i++) {
      var accounts = stage.accounts().next(RUNS);
      var before = stage.system().processorTime();
      rates.add(stage.load().asFastAsItGoes(accounts).perSecond());
      efforts.add((double) stage.system().processorTime().minus(before).toNanos() / RUNS);
      stage
          .progress()
          .accept(
              "%s: %.1f runs/s, %.1f ms of processor time per run"
                  .formatted(what, rates.getLast(), efforts.getLast() / 1e6));
    }
    return new Rounds(Numbers.median(rates), Duration.ofNanos((long) Numbers.median(efforts)));
  }

  double effortMillis() {
    return effort.toNanos() / 1e6;
  }
}
