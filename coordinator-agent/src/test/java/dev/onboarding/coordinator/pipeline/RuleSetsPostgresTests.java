package dev.onboarding.coordinator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.coordinator.rule.RuleSet;
import dev.onboarding.coordinator.rule.RuleSetRefused;
import dev.onboarding.coordinator.run.RunDatabase;
import org.junit.jupiter.api.Test;

class RuleSetsPostgresTests {

  private final RunDatabase database = new RunDatabase();
  private final RuleSet active = RuleSet.onboardingPolicy();

  @Test
  void keepTheActiveOneForThoseWhoJudgeLater() {
    database.jdbc.sql("delete from coordinator.rule_set").update();
    ruleSets();
    ruleSets();

    assertThat(
            database
                .jdbc
                .sql("select version from coordinator.rule_set where digest = ?")
                .param(active.digest())
                .query(String.class)
                .single())
        .isEqualTo(active.version());
  }

  @Test
  void readAnotherOneByItsDigest() {
    var text = RuleSet.onboardingPolicyText().replace(active.version(), "0.9.0");
    var older = RuleSet.load("older", text);
    store(older.digest(), text);

    var read = ruleSets().of(older.digest()).orElseThrow();

    assertThat(read.version()).isEqualTo("0.9.0");
    assertThat(read.digest()).isEqualTo(older.digest()).isNotEqualTo(active.digest());
  }

  @Test
  void knowNothingOfOneThatWasNeverStored() {
    assertThat(ruleSets().of("no such digest")).isEmpty();
  }

  @Test
  void refuseWhatThisVersionCannotRead() {
    store(
        "newer",
        RuleSet.onboardingPolicyText().replace("opportunity.won", "opportunity.of_tomorrow"));

    assertThatThrownBy(() -> ruleSets().of("newer")).isInstanceOf(RuleSetRefused.class);
  }

  private RuleSets ruleSets() {
    return new RuleSets(database.jdbc, active, RuleSet.onboardingPolicyText(), database.clock);
  }

  private void store(String digest, String text) {
    database
        .jdbc
        .sql("insert into coordinator.rule_set values (?, '?', ?, now()) on conflict do nothing")
        .params(digest, text)
        .update();
  }
}
