package dev.onboarding.coordinator.advice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.adviser.Advice;
import dev.onboarding.adviser.AdviceRequest;
import dev.onboarding.adviser.FallbackAdviser;
import dev.onboarding.adviser.ask.Origin;
import dev.onboarding.adviser.ask.Reason;
import dev.onboarding.adviser.task.AdviceTask;
import dev.onboarding.adviser.task.Prompts;
import dev.onboarding.coordinator.PlayedAccounts.Story;
import dev.onboarding.coordinator.RunningCoordinator;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdviserCounselTests {

  private final Advising advising = new Advising(RunningCoordinator.shared());

  @Test
  void keepsAModelsWordsAndWhyThereAreNone() {
    var counsel =
        new AdviserCounsel(
            request ->
                from(
                    request,
                    Advising.model(),
                    Origin.fallback(AdviceTask.RISK, Reason.REFUSED),
                    Origin.fallback(AdviceTask.ACTIONS, Reason.NOT_CONFIGURED),
                    Origin.fallback(AdviceTask.FAILURES, Reason.NOTHING_TO_SAY)),
            Prompts::shipped);

    var pieces =
        counsel.on(JudgedRun.of(advising.ordered(Story.OVERDUE), advising.stores()).orElseThrow());

    assertThat(pieces).extracting(Piece::task).containsExactly("summary", "risk");
    assertThat(pieces.getFirst().text()).hasSize(1);
    assertThat(pieces.getLast().text()).isEmpty();
  }

  @Test
  void saysEveryTaskInWordsAndInParts() {
    var counsel =
        new AdviserCounsel(
            request -> from(request, of("risk"), of("actions"), of("failures")), Prompts::shipped);

    var pieces =
        counsel.on(JudgedRun.of(advising.ordered(Story.OVERDUE), advising.stores()).orElseThrow());

    assertThat(pieces.getFirst().text()).first().asString().startsWith("Risk: ");
    assertThat(pieces.getFirst().content().path("risk_level").asString()).isEqualTo("medium");
    assertThat(pieces.get(1).text()).first().asString().startsWith("1. ").endsWith(")");
    assertThat(pieces.get(1).content().path("actions").size())
        .isEqualTo(pieces.get(1).text().size());
  }

  private static Origin of(String task) {
    var model = Advising.model();
    return new Origin(
        AdviceTask.named(task),
        model.source(),
        model.model(),
        model.prompt(),
        model.promptDigest(),
        model.inputTokens(),
        model.outputTokens(),
        model.costUsd(),
        model.latency(),
        model.finishReason(),
        null,
        0,
        List.of());
  }

  private static Advice from(AdviceRequest request, Origin... origins) {
    var plain = new FallbackAdviser().advise(request);
    return new Advice(
        "openai",
        plain.riskLevel(),
        plain.businessImpact(),
        plain.timeToResolve(),
        plain.summary(),
        plain.actions(),
        plain.failures(),
        List.of(origins));
  }
}
