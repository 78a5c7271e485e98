package dev.onboarding.allinone.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.allinone.client.Coordinator;
import dev.onboarding.allinone.system.DatabaseAccess;
import dev.onboarding.allinone.system.SharedSystem;
import dev.onboarding.edge.EdgeJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/// What an auditor types, after one onboarding.
@ExtendWith(SharedSystem.class)
class AuditE2e {

  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private static SharedSystem.Started shared;
  private static String account;
  private static String run;

  @BeforeAll
  static void onboard(SharedSystem.Started started) {
    shared = started;
    Coordinator coordinator = started.journey().coordinator();
    account = started.journey().copyOf("ACME-001");
    run = coordinator.trigger(started.journey().webhook(account));
    assertThat(coordinator.awaited(run, PATIENCE, "COMPLETED").verdict()).isEqualTo("PROCEED");
  }

  /// What a command printed and how it ended.
  record Said(int status, String out, String err) {

    JsonNode json() {
      return EdgeJson.mapper().readTree(out);
    }
  }

  @Test
  void everyChainHolds() {
    Said said = say("audit", "verify", "--json");

    assertThat(said.status()).as(said.out() + said.err()).isZero();
    assertThat(said.json().path("chains").findValuesAsString("server"))
        .contains(
            "contract-agent",
            "finance-agent",
            "mcp-clm",
            "mcp-netsuite",
            "mcp-provisioning",
            "mcp-salesforce");
  }

  @Test
  void findsEveryCallOfTheRunWithWhatItTook() {
    Said said = say("audit", "search", "--run", run, "--json");

    var entries = said.json().path("entries");
    assertThat(entries.findValuesAsString("tool"))
        .contains(
            "salesforce_get_onboarding_snapshot",
            "contract_assess",
            "finance_assess",
            "provision_create_tenant");
    for (var entry : entries) {
      assertThat(entry.path("outcome").asString()).isIn("ok", "failed");
      if (entry.path("tool").asString().startsWith("salesforce_")) {
        assertThat(entry.path("outcome").asString()).as("%s", entry).isEqualTo("ok");
        assertThat(entry.path("upstream_calls").asInt()).isPositive();
        assertThat(entry.path("breaker").asString()).isEqualTo("CLOSED");
        assertThat(entry.path("caller").asString()).isEqualTo("coordinator-agent");
      }
    }
    assertThat(say("audit", "search", "--tool", "no_such_tool").status()).isEqualTo(1);
    assertThat(say("audit", "search", "--run", run).out()).contains("contract_assess", "ok");
  }

  @Test
  void exportsTheSameAsLinesAndAsCsv(@TempDir Path folder) throws IOException {
    var lines = folder.resolve("run.jsonl");
    var csv = folder.resolve("run.csv");

    say("audit", "export", "--run", run, "--into", lines.toString());
    say("audit", "export", "--run", run, "--format", "CSV", "--into", csv.toString());

    assertThat(Files.readAllLines(lines))
        .hasSizeGreaterThan(5)
        .allMatch(line -> line.contains(run));
    assertThat(Files.readAllLines(csv))
        .hasSizeGreaterThan(5)
        .first()
        .asString()
        .startsWith("at,server,number,kind,tool,outcome");
    assertThat(
            say("audit", "search", "--server", "auditor", "--run", run, "--json")
                .json()
                .path("entries")
                .findValuesAsString("tool"))
        .contains("audit export jsonl", "audit export csv");
  }

  @Test
  void handsOutOneBundleThatIsCheckedWithNothingElse(@TempDir Path folder) throws IOException {
    var file = folder.resolve("evidence.zip").toString();
    assertThat(say("evidence", run, "--into", file).status()).isZero();
    var key = shared.data().auditVerifyingKey().toString();

    var out = new StringWriter();
    int status =
        new CommandLine(new OnboardingCommand())
            .setOut(new PrintWriter(out, true))
            .execute("evidence", "verify", file, "--key", key);

    assertThat(status).as(out.toString()).isZero();
  }

  @Test
  void servesInARoleThatCanChangeNothing() {
    var serving = new JdbcTemplate(DatabaseAccess.serving(shared.ports(), shared.data()));

    for (var forbidden :
        List.of(
            "update audit.entries set tool = 'x'",
            "delete from audit.entries",
            "drop trigger entries_append_only on audit.entries",
            "alter table audit.entries disable trigger all",
            "set role audit_owner")) {
      assertThatThrownBy(() -> serving.execute(forbidden))
          .as(forbidden)
          .rootCause()
          .message()
          .containsAnyOf("permission denied", "must be owner");
    }
  }

  private static Said say(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--port-base", "" + shared.ports().base(), "--data"));
    all.add(shared.data().root().toString());
    int status =
        new CommandLine(new OnboardingCommand())
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(all.toArray(String[]::new));
    return new Said(status, out.toString(), err.toString());
  }
}
