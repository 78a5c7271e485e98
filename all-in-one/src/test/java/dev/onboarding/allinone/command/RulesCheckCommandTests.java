package dev.onboarding.allinone.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.coordinator.rule.RuleSet;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RulesCheckCommandTests {

  private final StringWriter out = new StringWriter();
  @TempDir private Path folder;

  @Test
  void saysThatTheShippedPolicyIsSound() throws IOException {
    Path file = file(RuleSet.onboardingPolicyText());

    int status = check(file.toString());

    assertThat(status).isZero();
    assertThat(out.toString())
        .contains("sound; version", "rows, digest " + RuleSet.onboardingPolicy().digest());
  }

  @Test
  void namesFileAndLineOfEveryProblem() throws IOException {
    Path file =
        file(
            RuleSet.onboardingPolicyText()
                .replace("tier: note", "tier: remark")
                .replace("account.matches > 1\n", "account.matchez > 1\n"));

    int status = check(file.toString());

    assertThat(status).isOne();
    assertThat(out.toString())
        .contains("undeclared reference", "'remark' is no tier", "refused; problems: ")
        .containsPattern("rules\\.yaml:[0-9]+: ");
  }

  @Test
  void printsOneJsonDocument() throws IOException {
    int status = check("--json", file("rows: []").toString());

    assertThat(status).isOne();
    assertThat(out.toString()).startsWith("{").contains("\"line\" : 1", "\"message\" : ");
  }

  @Test
  void saysWhenThereIsNoFile() {
    assertThat(check(folder.resolve("absent.yaml").toString())).isEqualTo(2);
    assertThat(out.toString()).contains("There is no file");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("rules.yaml"), text);
  }

  private int check(String... arguments) {
    return new CommandLine(new RulesCheckCommand())
        .setOut(new PrintWriter(out, true))
        .setExecutionExceptionHandler((problem, command, parsed) -> {
          command.getOut().println(problem.getMessage());
          return 2;
        })
        .execute(arguments);
  }
}
