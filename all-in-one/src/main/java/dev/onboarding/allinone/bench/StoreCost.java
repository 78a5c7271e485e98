package dev.onboarding.allinone.bench;

import java.time.Instant;
import java.util.List;

/// What one run costs the database: commits, log and stored bytes.
final class StoreCost implements Measurement {

  private static final int RUNS = 200;

  @Override
  public String name() {
    return "store";
  }

  @Override
  public Setup setup() {
    return Setup.UNLIMITED;
  }

  @Override
  public List<Figure> figures(Stage stage) {
    stage.load().asFastAsItGoes(stage.accounts().next(RUNS));
    stage.progress().accept("store: counting commits and bytes");
    var accounts = stage.accounts().next(RUNS);
    Instant begun = stage.clock().instant();
    var before = stage.store().usage();
    stage.load().asFastAsItGoes(accounts);
    var used = stage.store().usage().since(before);
    double steps = stage.store().stepsPerRun(begun);
    double commits = (double) used.commits() / RUNS;
    return List.of(
        new Figure(
            "writing commits per run",
            Numbers.tenths(commits),
            Numbers.tenths(steps) + " steps",
            Numbers.hundredths(commits / steps),
            "",
            null),
        inBytes("write-ahead log per run", used.logged(), used.stored(), "stored"),
        inBytes(
            "stored per run, indexes included",
            used.stored(),
            stage.store().reportBytes(begun),
            "of reports, uncompressed"));
  }

  private static Figure inBytes(String name, long bytes, long reference, String what) {
    return new Figure(
        name,
        kib(bytes),
        kib(reference) + " " + what,
        Numbers.hundredths((double) bytes / reference),
        "",
        null);
  }

  private static String kib(long bytes) {
    return Numbers.tenths(bytes / 1024.0 / RUNS) + " KiB";
  }
}
