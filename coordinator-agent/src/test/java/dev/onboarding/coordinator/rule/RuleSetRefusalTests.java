package dev.onboarding.coordinator.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

class RuleSetRefusalTests {

  private static final String POLICY = RuleSet.onboardingPolicyText();

  @Test
  void refusesAFileWithAllItsProblemsTogether() {
    String broken =
        POLICY
            .replace("id: ACC-02", "id: ACC-01")
            .replace("when: account.matches > 1\n", "when: account.matchez > 1\n")
            .replace("when: owner.id == null", "when: owner.id == 7")
            .replace("when: \"!account.found && account.matches <= 1\"", "when: contract.count")
            .replace("\"{account.matches} accounts", "\"{account.matchez} accounts")
            .replace("    owner: Legal\n    remedy: Send it for signature.", "    owner: Legal")
            .replace("tier: note", "tier: remark");

    RuleSetRefused refused =
        catchThrowableOfType(RuleSetRefused.class, () -> RuleSet.load("broken.yaml", broken));

    assertThat(refused.problems())
        .extracting(RuleProblem::message)
        .anyMatch(message -> message.contains("id 'ACC-01' is taken by the row in line"))
        .anyMatch(message -> message.contains("undeclared reference to 'account'"))
        .anyMatch(message -> message.contains("OWN-01: 'when', column"))
        .anyMatch(message -> message.contains("undeclared reference to 'contract'"))
        .anyMatch(message -> message.contains("names {account.matchez}"))
        .anyMatch(message -> message.contains("a row lacks 'remedy'"))
        .anyMatch(message -> message.contains("'remark' is no tier"));
    assertThat(refused).hasMessageContaining("broken.yaml:");
  }

  @Test
  void saysInWhichLineAProblemStands() {
    String broken = POLICY.replace("when: account.matches > 1\n", "when: account.matchez > 1\n");
    int line =
        POLICY.substring(0, POLICY.indexOf("when: account.matches > 1")).split("\n", -1).length;

    RuleSetRefused refused =
        catchThrowableOfType(RuleSetRefused.class, () -> RuleSet.load("broken.yaml", broken));

    assertThat(refused.problems()).singleElement().extracting(RuleProblem::line).isEqualTo(line);
  }

  @Test
  void refusesADomainWithoutViolation() {
    RuleSetRefused refused =
        refusal(POLICY.replaceAll("(on: owner\n.*\n    tier: )violation", "$1warning"));

    assertThat(refused).hasMessageContaining("domain 'owner' has no row of tier violation");
  }

  @Test
  void refusesARuleSetThatLetsAFailurePass() {
    RuleSetRefused refused =
        refusal(
            POLICY.replace(
                "any.outcome == \"FAILED\"",
                "any.outcome == \"FAILED\" && any.failure_type != \"rate_limit\""));

    assertThat(refused)
        .hasMessageContaining(
            "no row on 'any' blocks domain 'invoice' that failed with rate_limit");
  }

  @Test
  void refusesARuleSetThatLetsAFailurePassInSomeRuns() {
    RuleSetRefused refused =
        refusal(
            POLICY.replace(
                "any.outcome == \"FAILED\"", "any.outcome == \"FAILED\" && run.mode == \"ACT\""));

    assertThat(refused).hasMessageContaining("in a run of mode OBSERVE");
  }

  @Test
  void refusesARuleSetThatLetsSilencePass() {
    RuleSetRefused refused =
        refusal(POLICY.replace("any.domain != \"link\"", "any.domain == \"account\""));

    assertThat(refused).hasMessageContaining("blocks domain 'contract' without a finding");
  }

  @Test
  void refusesEnumeratedFactsWithoutARowForTheUnknown() {
    RuleSetRefused refused = refusal(POLICY.replace("INV-UNKNOWN", "INV-99"));

    assertThat(refused).hasMessageContaining("domain 'invoice' has enumerated facts");
  }

  @Test
  void refusesWhatIsNoYaml() {
    assertThat(refusal("rows: [")).hasMessageContaining("not readable as YAML");
    assertThat(refusal("")).hasMessageContaining("a rule file has 'version' and 'rows'");
    assertThat(refusal("version: 1\nrows: 2")).hasMessageContaining("'rows' is no list");
    assertThat(refusal("version: 1\nrows: [a]\nmore: 1"))
        .hasMessageContaining("a row has the keys")
        .hasMessageContaining("'more' is no key of a rule file");
  }

  private static RuleSetRefused refusal(String yaml) {
    return catchThrowableOfType(RuleSetRefused.class, () -> RuleSet.load("broken.yaml", yaml));
  }
}
