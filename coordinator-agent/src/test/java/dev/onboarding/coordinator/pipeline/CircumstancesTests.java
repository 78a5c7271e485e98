package dev.onboarding.coordinator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.coordinator.rule.FactCatalogue;
import dev.onboarding.coordinator.rule.FactEntry;
import dev.onboarding.coordinator.rule.SoundAccount;
import dev.onboarding.coordinator.run.Attempt;
import dev.onboarding.coordinator.run.Mode;
import dev.onboarding.coordinator.run.Run;
import dev.onboarding.coordinator.run.RunId;
import dev.onboarding.coordinator.run.RunState;
import dev.onboarding.coordinator.run.Versions;
import dev.onboarding.edge.EdgeJson;
import dev.onboarding.model.decision.RunContext;
import dev.onboarding.model.finding.Assessments;
import dev.onboarding.model.finding.Domain;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CircumstancesTests {

  private static final Instant LATE = Instant.parse("2026-03-15T23:30:00Z");
  private static final Assessments SOUND = SoundAccount.sound().assessments();

  private final Circumstances circumstances = new Circumstances(new TierChoice(Map.of()));

  @Test
  void tellWhatSurroundsAJudgement() {
    var gathered = new Gathered(SOUND, null, ZoneId.of("Asia/Tokyo"), List.of(), LATE);

    RunContext context = circumstances.of(run("batch", 3, true), gathered, LATE);

    assertThat(context)
        .isEqualTo(
            new RunContext(
                "APPROVE_ALL", "batch", true, 3, true, LocalDate.of(2026, 3, 16), "ENTERPRISE"));
  }

  @Test
  void nameNoTierWithoutADeal() {
    var without = SoundAccount.sound().with(Domain.OPPORTUNITY, "id", null).assessments();
    var gathered = new Gathered(without, null, ZoneId.of("UTC"), List.of(), LATE);

    assertThat(circumstances.of(run("billing", 1, false), gathered, LATE).tier()).isNull();
  }

  @Test
  void areTheRecordedOnesOfAnAttempt() {
    var recorded = new RunContext("ACT", "x", false, 1, false, LocalDate.EPOCH, null);

    assertThat(circumstances.of(run("batch", 2, true), attempt(SOUND, recorded)))
        .hasValue(recorded);
  }

  @Test
  void areTakenFromTheRunWhenAnOlderVersionDecided() {
    assertThat(circumstances.of(run("batch", 2, true), attempt(SOUND, null)))
        .hasValue(
            new RunContext(
                "APPROVE_ALL", "batch", true, 1, true, LocalDate.of(2026, 3, 15), "ENTERPRISE"));
    assertThat(circumstances.of(run("batch", 2, true), attempt(null, null))).isEmpty();
  }

  @Test
  void canBeReadFromAJournalThatDoesNotHoldThem() {
    var json = EdgeJson.mapper();
    var judged = new Judged(null, null, "a", "b", null);

    assertThat(
            json.readValue("{\"findings_digest\":\"a\",\"decision_digest\":\"b\"}", Judged.class))
        .isEqualTo(judged);
  }

  @Test
  void useTheNamesOfTheModes() {
    assertThat(FactCatalogue.entries())
        .filteredOn(entry -> entry.name().equals("run.mode"))
        .singleElement()
        .extracting(FactEntry::values)
        .isEqualTo(Arrays.stream(Mode.values()).map(Mode::name).toList());
  }

  private static Attempt attempt(Assessments assessments, RunContext context) {
    return new Attempt(1, LATE, LATE, assessments, context, null, null, null);
  }

  private static Run run(String source, int attempt, boolean repeated) {
    var id = new RunId(new UUID(0, 1));
    return new Run(
        id,
        source,
        "correlation",
        "ACME-001",
        null,
        null,
        null,
        Mode.APPROVE_ALL,
        RunState.GATHERING,
        0,
        attempt,
        0,
        0,
        repeated ? id : null,
        null,
        false,
        null,
        null,
        null,
        null,
        new Versions("0", "1", "digest", "fallback", List.of()),
        LATE,
        LATE,
        null);
  }
}
