package dev.onboarding.provisioning.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.model.FailureException;
import dev.onboarding.provisioning.tenant.ServiceTier;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/// The checklist every customer gets, row by row, and what is refused as one.
class ChecklistTemplateTests {

  private final ChecklistTemplate template =
      ChecklistTemplateFile.read(new ClassPathResource("provisioning/checklist.yaml"));

  @Test
  void hasFourteenTasksAndAVersion() {
    assertThat(template.tasks()).hasSize(14);
    assertThat(template.version()).isEqualTo("1");
  }

  @ParameterizedTest
  @CsvSource({
    " 1, create_tenant,            Create tenant,            system,     0, ,     EGS",
    " 2, generate_api_credentials, Generate API credentials, system,     0, 1,    EGS",
    " 3, send_welcome_email,       Send welcome e-mail,      system,     0, 1,    EGS",
    " 4, send_training_materials,  Send training materials,  system,     0, 3,    EGS",
    " 5, schedule_kickoff,         Schedule kickoff,         cs_team,    1, 3,    EGS",
    " 6, conduct_kickoff,          Conduct kickoff,          cs_team,    3, 5,    EGS",
    " 7, configure_sso,            Configure SSO,            cs_team,    7, 6,    E",
    " 8, create_custom_reports,    Create custom reports,    cs_team,   10, 6,    EG",
    " 9, verify_login,             Verify login,             customer,   2, 3,    EGS",
    "10, complete_tour,            Complete tour,            customer,   5, 9,    EGS",
    "11, invite_team,              Invite team,              customer,   7, 9,    EGS",
    "12, create_first_campaign,    Create first campaign,    customer,  14, 10,   EGS",
    "13, check_in_30_day,          30-day check-in,          cs_team,   30, 6,    EGS",
    "14, onboarding_complete,      Onboarding complete,      milestone, 45, 12 13, EGS",
  })
  void hasTheTask(
      int number,
      String code,
      String title,
      String owner,
      int days,
      String dependsOn,
      String tiers) {
    ChecklistTemplate.Row row = template.tasks().get(number - 1);

    assertThat(row.number()).isEqualTo(number);
    assertThat(row.code()).isEqualTo(code);
    assertThat(row.title()).isEqualTo(title);
    assertThat(row.owner()).hasToString(owner);
    assertThat(row.dueAfterDays()).isEqualTo(days);
    assertThat(row.dependsOn())
        .isEqualTo(
            dependsOn == null
                ? List.of()
                : Arrays.stream(dependsOn.split(" ")).map(Integer::valueOf).toList());
    assertThat(row.statusFor(ServiceTier.ENTERPRISE)).isEqualTo(status(tiers, "E"));
    assertThat(row.statusFor(ServiceTier.GROWTH)).isEqualTo(status(tiers, "G"));
    assertThat(row.statusFor(ServiceTier.STARTER)).isEqualTo(status(tiers, "S"));
  }

  private static TaskStatus status(String tiers, String letter) {
    return tiers.contains(letter) ? TaskStatus.OPEN : TaskStatus.SKIPPED;
  }

  private static final String OF_SYSTEM =
      """
      version: '1'
      tasks:
      - {number: 1, code: create_tenant, title: A, owner: system, due_after_days: 0}
      - {number: 2, code: generate_api_credentials, title: B, owner: system, due_after_days: 0}
      - {number: 3, code: send_welcome_email, title: C, owner: system, due_after_days: 0}
      - {number: 4, code: send_training_materials, title: D, owner: system, due_after_days: 0}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "number: 7, code: e, title: E, owner: customer, due_after_days: 0 | out of order",
        "number: 5, code: create_tenant, title: E, owner: system, due_after_days: 0 | repeats a code",
        "number: 5, code: E-1, title: E, owner: customer, due_after_days: 0 | such_code",
        "number: 5, code: e, title: ' ', owner: customer, due_after_days: 0 | needs a title",
        "number: 5, code: e, title: E, owner: customer, due_after_days: -1 | due after -1 days",
        "number: 5, code: e, title: E, owner: customer, due_after_days: 0, depends_on: [5] | depends on 5",
        "number: 5, code: e, title: E, owner: nobody, due_after_days: 0 | nobody",
        "number: 5, code: e, title: E, owner: customer, due_after_dais: 0 | lacks due_after_days",
        "number: 5, code: e, title: E, owner: customer, due_after_days: 0, who: x | who",
        "number: 5, code: e, title: E, owner: customer, due_after_days: 0, tiers: [GOLD] | GOLD",
      })
  void refusesATaskThatCannotBe(String fifth, String complaint) {
    assertThat(ChecklistTemplateFile.given(OF_SYSTEM).tasks()).hasSize(4);
    assertThatThrownBy(() -> ChecklistTemplateFile.given(OF_SYSTEM + "- {" + fifth + "}\n"))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining(complaint);
  }

  @ParameterizedTest
  @ValueSource(strings = {"- a", "version: 1\ntasks: []", "version: '1'", "a: {", "a: 1\na: 2"})
  void refusesWhatIsNoTemplate(String text) {
    assertThatThrownBy(() -> ChecklistTemplateFile.given(text))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("template: it ");
  }

  @Test
  void namesEverythingThatIsWrongAtOnce() {
    String wrong =
        OF_SYSTEM
            .replace("code: create_tenant", "code: Make")
            .replace("title: C, owner: system", "title: C, owner: customer")
            .replace("title: D", "title: ''");

    assertThatThrownBy(() -> ChecklistTemplateFile.given(wrong))
        .hasMessageContainingAll(
            "task 1 (Make)",
            "task 4 (send_training_materials) needs a title",
            "no task create_tenant",
            "no task send_welcome_email");
  }
}
