package dev.onboarding.allinone.bench;

import dev.onboarding.allinone.client.Proofs;
import dev.onboarding.coordinator.rule.RuleSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// How long it takes to say what a candidate would have decided on a hundred thousand stored runs,
/// beside how long the database alone takes to give their text.
final class ReplaySpeed implements Measurement {

  private static final int MANY = 100_000;
  private static final Duration GOAL = Duration.ofSeconds(30);

  @Override
  public String name() {
    return "replay";
  }

  @Override
  public Setup setup() {
    return Setup.UNLIMITED;
  }

  @Override
  public List<Figure> figures(Stage stage) {
    // Some wait for somebody; enough are finished to be copied.
    stage.load().asFastAsItGoes(stage.accounts().next(2 * Rounds.RUNS));
    RunCopies.ofDecisions(stage.store(), stage.progress()).fillUpTo(MANY);
    var proofs = Proofs.at(stage.system().coordinator(), stage.system().access());
    String candidate =
        RuleSet.onboardingPolicyText()
            .replace("invoice.days_overdue > 0", "invoice.days_overdue > 30");
    String digest =
        proofs.add("rules", "candidate.yaml", candidate, "bench").path("digest").asString();
    stage.progress().accept("replay: %,d stored runs under a candidate".formatted(MANY));
    Duration reading = reading(stage);
    Instant begun = stage.clock().instant();
    int compared = proofs.comparison(digest, "").path("compared").asInt();
    Duration took = Duration.between(begun, stage.clock().instant());
    if (compared < MANY) {
      throw new IllegalStateException("Only %,d runs were compared".formatted(compared));
    }
    return List.of(
        new Figure(
            "%,d stored runs under a candidate".formatted(MANY),
            seconds(took),
            seconds(reading) + " to read their text",
            Numbers.hundredths((double) took.toMillis() / reading.toMillis()),
            "< " + seconds(GOAL),
            took.compareTo(GOAL) < 0));
  }

  private static Duration reading(Stage stage) {
    Instant begun = stage.clock().instant();
    stage
        .store()
        .jdbc()
        .sql(
            "select sum(length(assessments::text) + length(decision::text)) from coordinator.attempt")
        .query(Long.class)
        .single();
    return Duration.between(begun, stage.clock().instant());
  }

  private static String seconds(Duration duration) {
    return Numbers.tenths(duration.toMillis() / 1000.0) + " s";
  }
}
