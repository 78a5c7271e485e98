package dev.onboarding.contract.assessment;

import static dev.onboarding.contract.assessment.Assessing.EXECUTED;
import static dev.onboarding.contract.assessment.Assessing.ONE;
import static dev.onboarding.contract.assessment.Assessing.THROTTLED;
import static dev.onboarding.contract.assessment.Assessing.account;
import static dev.onboarding.contract.assessment.Assessing.answer;
import static dev.onboarding.contract.assessment.Assessing.assess;
import static dev.onboarding.contract.assessment.Assessing.assessments;
import static dev.onboarding.contract.assessment.Assessing.failing;
import static dev.onboarding.contract.assessment.Assessing.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.contract.assessment.StandInServers.Asked;
import dev.onboarding.model.finding.Assessment;
import dev.onboarding.model.finding.Assessment.Outcome;
import dev.onboarding.model.finding.ContractFinding;
import dev.onboarding.model.finding.ContractState;
import dev.onboarding.model.finding.Evidence;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssessContractsTests {

  @Test
  void readsOneAccountByItsOwnCall() {
    var servers = new StandInServers(_ -> answer(ONE, EXECUTED));

    Assessment<ContractFinding> assessment = assess(servers, account(ONE, "E1")).getFirst();

    assertThat(servers.asked)
        .containsExactly(
            new Asked(
                "clm",
                "clm_get_contract",
                json(
                    "{'account_id':'%s','envelope_id':'E1','account_name':'Acme'}"
                        .formatted(ONE))));
    assertThat(assessment.outcome()).isEqualTo(Outcome.JUDGED);
    assertThat(assessment.findings())
        .singleElement()
        .satisfies(f -> assertThat(f.state()).isEqualTo(ContractState.EXECUTED))
        .satisfies(f ->
            assertThat(f.evidence())
                .extracting(Evidence::tool, Evidence::call, Evidence::digest)
                .containsExactly(
                    org.assertj.core.groups.Tuple.tuple("clm_get_contract", "call-1", "digest-1")));
  }

  @Test
  void keepsTheSixNamesOfAFailure() {
    var servers = new StandInServers(_ -> failing(THROTTLED));

    Assessment<ContractFinding> assessment = assess(servers, account(ONE, null)).getFirst();

    assertThat(assessment.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(assessment.failure()).isEqualTo(THROTTLED);
    assertThat(assessment.findings()).isEmpty();
  }

  @Test
  void doesNotAskForAnEnvelopeThatCannotBeOne() {
    var servers = new StandInServers(_ -> answer(ONE, EXECUTED));

    Assessment<ContractFinding> assessment =
        assess(servers, account(ONE, "see folder /contracts")).getFirst();

    assertThat(servers.asked).hasSize(1);
    assertThat(servers.asked.getFirst().arguments().has("envelope_id")).isFalse();
    assertThat(assessment.findings().getFirst().choice()).contains("was not found");
  }

  @Test
  void answersUnderTheIdThatWasGiven() {
    String fifteen = ONE.substring(0, 15);
    var servers = new StandInServers(_ -> answer(ONE, EXECUTED));

    ContractAssessments answer = assessments(servers, List.of(account(fifteen, null)));

    assertThat(answer.assessments().getFirst().accountId()).isEqualTo(fifteen);
    assertThat(servers.asked.getFirst().arguments().get("account_id").asString()).isEqualTo(ONE);
  }
}
