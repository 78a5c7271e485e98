package dev.onboarding.provisioning.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.provisioning.tenant.ServiceTier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ByteArrayResource;
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
    assertThat(row.isFor(ServiceTier.ENTERPRISE)).isEqualTo(tiers.contains("E"));
    assertThat(row.isFor(ServiceTier.GROWTH)).isEqualTo(tiers.contains("G"));
    assertThat(row.isFor(ServiceTier.STARTER)).isEqualTo(tiers.contains("S"));
  }

  @Test
  void refusesATemplateThatContradictsItself() {
    String first = "{number: 1, code: a, title: A, owner: system, due_after_days: 0}";
    List<String> wrong = new ArrayList<>();
    wrong.add("{number: 3, code: b, title: B, owner: system, due_after_days: 0}");
    wrong.add("{number: 2, code: a, title: B, owner: system, due_after_days: 0}");
    wrong.add("{number: 2, code: b, title: B, owner: system, due_after_days: -1}");
    wrong.add("{number: 2, code: b, title: B, owner: system, due_after_days: 0, depends_on: [2]}");
    wrong.add("{number: 2, code: b, title: B, owner: nobody, due_after_days: 0}");
    wrong.add("{number: 2, code: b, title: B, owner: system, due_after_dais: 0}");

    assertThat(read("version: '1'\ntasks:\n- " + first + "\n").tasks()).hasSize(1);
    assertThat(wrong)
        .allSatisfy(second ->
            assertThatThrownBy(
                    () -> read("version: '1'\ntasks:\n- " + first + "\n- " + second + "\n"))
                .isInstanceOf(RuntimeException.class));
    assertThatThrownBy(() -> read("version: '1'\ntasks: []"))
        .hasMessageContaining("needs a version and tasks");
  }

  private static ChecklistTemplate read(String yaml) {
    return ChecklistTemplateFile.read(new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)));
  }
}
