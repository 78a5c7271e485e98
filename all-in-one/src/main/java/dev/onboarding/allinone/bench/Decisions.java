package dev.onboarding.allinone.bench;

import dev.onboarding.coordinator.rule.RuleSet;
import dev.onboarding.model.decision.RunContext;
import dev.onboarding.model.finding.Assessments;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/// How many decisions one core makes in a second, beside a hash that costs every machine the like.
final class Decisions implements InProcess {

  private static final int TIMES = 20_000;
  private static final int ROWS = 40;
  private static final double GOAL = 30_000;
  private static final int HASHED = 16 * 1024;

  @Override
  public String name() {
    return "decisions";
  }

  @Override
  public List<Figure> figures(int rounds) {
    Assessments thirty = ThirtyFindings.assessments();
    return List.of(
        figure(RuleSet.restore("forty rows", SampleRules.of(ROWS)), thirty, rounds, true),
        figure(RuleSet.onboardingPolicy(), thirty, rounds, false));
  }

  private static Figure figure(RuleSet rules, Assessments findings, int rounds, boolean held) {
    var context = new RunContext("ACT", "bench", false, 1, false, LocalDate.EPOCH, "ENTERPRISE");
    double each =
        InProcess.seconds(
                rounds,
                () -> {
                  for (int i = 0; i < TIMES; i++) {
                    if (!rules.decide(findings, context).fired().isEmpty()) {
                      throw new IllegalStateException("A sound account does not proceed");
                    }
                  }
                })
            / TIMES;
    double hash = hash(rounds);
    return new Figure(
        "decisions a second and core, %d findings against %d rows"
            .formatted(ThirtyFindings.COUNT, rules.rows().size()),
        String.format(Locale.ROOT, "%.0f", 1 / each),
        String.format(Locale.ROOT, "%.0f SHA-256 of %d KiB", 1 / hash, HASHED / 1024),
        Numbers.hundredths(hash / each),
        held ? ">= %.0f".formatted(GOAL) : "",
        held ? 1 / each >= GOAL : null);
  }

  private static double hash(int rounds) {
    byte[] text = new byte[HASHED];
    return InProcess.seconds(
            rounds,
            () -> {
              try {
                var digest = MessageDigest.getInstance("SHA-256");
                for (int i = 0; i < TIMES / 4; i++) {
                  text[0] = digest.digest(text)[0];
                }
              } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
              }
            })
        / (TIMES / 4);
  }
}
