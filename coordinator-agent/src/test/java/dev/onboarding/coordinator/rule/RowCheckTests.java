package dev.onboarding.coordinator.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One row is added to the shipped policy, and its condition is looked at.
class RowCheckTests {

  private static final String POLICY = RuleSet.onboardingPolicyText();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "false",
        "1 > 2",
        "invoice.count > 0 && false",
        "invoice.count > 3 && invoice.count < 4",
        "invoice.count == 1 && invoice.count == 2",
        "invoice.count > 5 && !(invoice.count > 4)",
        "invoice.paid_share < 0.5 && invoice.paid_share > 0.5",
        "invoice.paid_share == 0.1 && invoice.paid_share == 0.2",
        "invoice.exempt && !invoice.exempt",
        "invoice.id == null && invoice.id != null",
        "invoice.id == null && invoice.id == \"1\"",
        "invoice.status == \"OPEN\" && invoice.status == \"VOIDED\"",
        "invoice.status in [\"OPEN\", \"VOIDED\"] && invoice.status == \"REJECTED\"",
        "invoice.due != null && invoice.due < \"2026-01-01\" && invoice.due > \"2026-02-01\"",
        "invoice.left_out < invoice.elsewhere && invoice.elsewhere < invoice.left_out",
        "invoice.left_out == invoice.elsewhere && invoice.elsewhere != invoice.left_out",
        "(invoice.count > 3 || invoice.exempt) && invoice.count < 2 && !invoice.exempt",
        "invoice.exempt ? invoice.count > 2 && invoice.count < 2 : false",
        "run.mode == \"ACT\" && run.mode == \"OBSERVE\""
      })
  void refusesARowThatCanNeverHold(String condition) {
    assertThat(messages(condition))
        .containsExactly("NEW-1: the condition can never hold, whatever the facts are");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "invoice.count > 3 && invoice.count < 5",
        "invoice.paid_share > 0.1 && invoice.paid_share < 0.1000001",
        "!(invoice.paid_share <= 0.1) && !(invoice.paid_share > 0.1)",
        "!(invoice.status in [\"OPEN\"]) && invoice.status != \"VOIDED\"",
        "invoice.status != null && !(invoice.status in [\"OPEN\", \"PAID_IN_FULL\", \"REJECTED\","
            + " \"PENDING_APPROVAL\", \"CANCELLED\", \"VOIDED\"])",
        "invoice.due != null && invoice.due > \"2026-01-01\" && invoice.due < \"2026-01-02\"",
        "invoice.number != null && invoice.number.startsWith(\"A\")",
        "invoice.count + 1 > 5 && invoice.count < 2",
        "invoice.due != null && invoice.due < string(run.judged_on)",
        "invoice.unapplied_credit_minor == null || invoice.unapplied_credit_minor < 5",
        "!(invoice.unapplied_credit_minor != null && invoice.unapplied_credit_minor < 5)",
        "invoice.id == null ? invoice.count > 7 : invoice.id < \"5\"",
        "invoice.settled_by_credit == true && invoice.count > 7",
        "run.tier == \"ENTERPRISE\" && invoice.paid_share < 0.9",
        "true"
      })
  void acceptsARowThatSomeFactsFit(String condition) {
    assertThatCode(() -> RuleSet.load("new.yaml", with(condition))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "invoice.unapplied_credit_minor < 5",
        "invoice.count > 0 && invoice.unapplied_credit_minor < 5",
        "invoice.count > 0 || invoice.unapplied_credit_minor < 5",
        "invoice.id == null && invoice.unapplied_credit_minor < 5",
        "invoice.unapplied_credit_minor + 1 < 5",
        "invoice.exempt ? invoice.unapplied_credit_minor < 5 : invoice.count > 99"
      })
  void refusesAnAbsenceThatIsNotSpokenOf(String condition) {
    assertThat(messages(condition))
        .singleElement()
        .asString()
        .startsWith("NEW-1: invoice.unapplied_credit_minor may be absent");
  }

  @Test
  void refusesAFlagThatMayBeAbsentAskedAsIfItWereThere() {
    assertThat(messages("!invoice.settled_by_credit && invoice.count > 3"))
        .singleElement()
        .asString()
        .startsWith("NEW-1: invoice.settled_by_credit may be absent");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "invoice.count > 0 && invoice.due == null",
        "invoice.due == null && invoice.count >= 1",
        "!(invoice.count <= 0 || !(invoice.due == null))"
      })
  void refusesARowThatAnotherIsAlready(String condition) {
    assertThat(messages(condition))
        .singleElement()
        .asString()
        .contains("NEW-1: the condition is that of INV-13 in line ");
  }

  @Test
  void refusesAValueThatDoesNotExist() {
    assertThat(messages("invoice.status == \"PAID\" || !(invoice.status in [\"OPENED\"])"))
        .containsExactly(
            "NEW-1: 'PAID' is no value of invoice.status; it is one of OPEN, PAID_IN_FULL,"
                + " PENDING_APPROVAL, REJECTED, CANCELLED, VOIDED",
            "NEW-1: 'OPENED' is no value of invoice.status; it is one of OPEN, PAID_IN_FULL,"
                + " PENDING_APPROVAL, REJECTED, CANCELLED, VOIDED");
  }

  @Test
  void refusesConditionsThatAreTooMuch() {
    String many =
        IntStream.range(0, 80)
            .mapToObj(i -> "invoice.count == " + i)
            .collect(Collectors.joining(" || "));

    assertThat(messages(many))
        .containsExactly("NEW-1: the condition has 319 parts, and may have 256");
    assertThat(messages(nested(40)))
        .containsExactly("NEW-1: the condition is nested 42 deep, and may be 32");
    assertThat(messages("invoice.number == \"" + "x".repeat(2_000) + "\""))
        .containsExactly("NEW-1: the condition has 2020 characters, and may have 2000");
    assertThat(messages("[1, 2].exists(x, x > invoice.count)"))
        .anyMatch(message -> message.contains("undeclared reference to 'exists'"));
  }

  @Test
  void givesUpOnWhatIsTooIntricateWithoutRefusingIt() {
    String intricate =
        IntStream.range(0, 8)
            .mapToObj(i ->
                Stream.of(
                        "invoice.count",
                        "invoice.left_out",
                        "invoice.elsewhere",
                        "invoice.customers",
                        "invoice.days_overdue",
                        "invoice.net_minor",
                        "run.attempt")
                    .map(fact -> fact + " == " + i)
                    .collect(Collectors.joining(" || ", "(", ")")))
            .collect(Collectors.joining(" && "));

    assertThatCode(() -> RuleSet.load("new.yaml", with(intricate))).doesNotThrowAnyException();
  }

  @Test
  void reportsTenErrorsOfAFileThatHasTen() {
    String broken =
        POLICY
            .replace("id: ACC-02", "id: ACC-01")
            .replace("when: account.matches > 1\n", "when: account.matchez > 1\n")
            .replace("when: owner.id == null\n", "when: owner.id == 7\n")
            .replace(
                "when: account.deleted && account.merged_into == null",
                "when: account.deleted && !account.deleted")
            .replace("\"The account has no Id.\"", "\"The account {account.idd} has none.\"")
            .replace("    owner: Legal\n    remedy: Send it for signature.", "    owner: Legal")
            .replace("id: LNK-21", "id: lnk 21")
            .replace(
                "on: owner\n    when: owner.id != null && owner.title == null",
                "on: owners\n    when: owner.id != null && owner.title == null")
            .replace("contract.state == \"VOIDED\"\n", "contract.state == \"VOID\"\n")
            .replace(
                "when: invoice.count > 0 && invoice.due == null",
                "when: invoice.remaining_minor > 0");

    RuleSetRefused refused =
        catchThrowableOfType(RuleSetRefused.class, () -> RuleSet.load("broken.yaml", broken));

    assertThat(refused.problems())
        .as("%s", refused.getMessage())
        .hasSize(10)
        .isSortedAccordingTo((one, other) -> Integer.compare(one.line(), other.line()));
    List<String> lines = broken.lines().toList();
    assertThat(refused.problems())
        .extracting(problem -> lines.get(problem.line() - 1).strip())
        .containsExactly(
            "- id: ACC-01",
            "when: account.matchez > 1",
            "when: account.deleted && !account.deleted",
            "- id: ACC-05",
            "when: owner.id == 7",
            "on: owners",
            "- id: CON-03",
            "when: contract.count > 0 && contract.state == \"VOID\"",
            "when: invoice.remaining_minor > 0",
            "- id: lnk 21");
  }

  @Test
  void aRuleSetThatHasJudgedIsReadAsItStands() {
    assertThatCode(() -> RuleSet.restore("old.yaml", with("invoice.unapplied_credit_minor < 5")))
        .doesNotThrowAnyException();
  }

  private static String nested(int deep) {
    String condition = "invoice.exempt";
    for (int i = 0; i < deep; i++) {
      condition = "(%s %s invoice.count > %d)".formatted(condition, i % 2 == 0 ? "&&" : "||", i);
    }
    return condition;
  }

  private static List<String> messages(String condition) {
    RuleSetRefused refused =
        catchThrowableOfType(RuleSetRefused.class, () -> RuleSet.load("new.yaml", with(condition)));
    return refused.problems().stream().map(RuleProblem::message).toList();
  }

  private static String with(String condition) {
    return POLICY
        + """

          - id: NEW-1
            on: invoice
            when: >-
              %s
            tier: warning
            says: "A new row."
            owner: Finance
            remedy: Something.
        """
            .indent(0)
            .formatted(condition);
  }
}
