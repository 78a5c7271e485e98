package dev.onboarding.coordinator.advice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.coordinator.FakeToolServers;
import dev.onboarding.coordinator.PlayedAccounts.Story;
import dev.onboarding.coordinator.RunningCoordinator;
import dev.onboarding.coordinator.advice.SpecialistCounsel.Specialist;
import dev.onboarding.edge.EdgeJson;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpecialistCounselTests {

  private final FakeToolServers servers = new FakeToolServers(Clock.systemUTC());
  private final Advising advising = new Advising(RunningCoordinator.shared());
  private final SpecialistCounsel contract = new SpecialistCounsel(servers, Specialist.CONTRACT);

  @Test
  void handsTheSpecialistItsOwnFindingAndKeepsItsNotes() {
    var run = judged(Story.SOUND);
    servers.on("contract_advise", asked -> notes("openai"));

    var pieces = contract.on(run);

    assertThat(pieces)
        .singleElement()
        .satisfies(piece -> {
          assertThat(piece.task()).isEqualTo("contract_terms");
          assertThat(piece.text())
              .containsExactly("In short.", "payment terms: Sixty days are long.");
        });
    var asked = servers.calls("contract_advise").getFirst().arguments();
    assertThat(asked.at("/account/account_id").asString()).isEqualTo(run.run().accountId());
    assertThat(asked.at("/finding/state").asString()).isEqualTo("EXECUTED");
  }

  @Test
  void keepsThatASpecialistCouldNotBeReached() {
    servers.on(
        "contract_advise",
        asked -> {
          throw new FailureException(
              Failure.of(ErrorType.NETWORK, "UNREACHABLE", null, "Down."), null, null);
        });

    assertThat(contract.on(judged(Story.SOUND)))
        .singleElement()
        .satisfies(piece -> assertThat(piece.text()).isEmpty());
  }

  @Test
  void keepsNothingWhereTheSpecialistHasNoModel() {
    servers.on("contract_advise", asked -> notes("fallback"));

    assertThat(contract.on(judged(Story.SOUND))).isEmpty();
  }

  @Test
  void asksNobodyAboutACustomerWhoDoesNotExist() {
    assertThat(contract.on(judged(Story.MISSING))).isEmpty();
    assertThat(servers.calls("contract_advise")).isEmpty();
  }

  private JudgedRun judged(Story story) {
    return JudgedRun.of(advising.ordered(story), advising.stores()).orElseThrow();
  }

  private static Object notes(String source) {
    var origin =
        EdgeJson.mapper().<tools.jackson.databind.node.ObjectNode>valueToTree(Advising.model());
    origin.put("source", source).put("task", "terms");
    if (source.equals("fallback")) {
      origin.put("because", "not_configured");
    }
    return Map.of(
        "advice",
        Map.of(
            "summary",
            "In short.",
            "notes",
            List.of(Map.of("term", "payment_terms", "says", "Sixty days are long.")),
            "origin",
            origin));
  }
}
