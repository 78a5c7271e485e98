package dev.onboarding.allinone.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.onboarding.allinone.client.Coordinator;
import dev.onboarding.allinone.client.SandboxControl;
import dev.onboarding.allinone.system.SharedSystem;
import dev.onboarding.edge.EdgeJson;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/// What somebody types who looks after a running system.
@ExtendWith(SharedSystem.class)
class OperatorCommandsE2e {

  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private static SharedSystem.Started shared;
  private static Coordinator coordinator;

  @BeforeAll
  static void use(SharedSystem.Started started) {
    shared = started;
    coordinator = started.journey().coordinator();
  }

  /// What a command printed and how it ended.
  record Said(int status, String out, String err) {

    JsonNode json() {
      return EdgeJson.mapper().readTree(out);
    }
  }

  @Test
  void pausesAnUpstreamListsWhatWaitsAndReleasesIt() {
    assertThat(say("pause", "netsuite", "--reason", "Maintenance").out())
        .contains("netsuite is paused");
    String account = shared.journey().copyOf("ACME-001");
    String run = trigger(account);
    coordinator.awaited(run, PATIENCE, "WAITING_UPSTREAM");

    assertThat(say("runs", "--state", "waiting_upstream").out()).contains(run, account);
    assertThat(say("show", run).out()).contains("NETSUITE_PAUSED", "Maintenance");
    assertThat(say("upstreams").out()).containsPattern("netsuite +yes +[1-9]");

    assertThat(say("unpause", "netsuite").out()).contains("netsuite is not paused");
    assertThat(coordinator.rested(run, PATIENCE).verdict()).isEqualTo("PROCEED");
  }

  @Test
  void tellsARefusalAsTheSystemPutIt() {
    Said unknown = say("pause", "oracle", "--reason", "Why not");
    Said none = say("show", UUID.randomUUID().toString());
    Said resumed = say("resume", UUID.randomUUID().toString(), "--reason", "Go on");

    assertThat(unknown.status()).isEqualTo(1);
    assertThat(unknown.err()).contains("salesforce, netsuite, docusign");
    assertThat(none.status()).isEqualTo(1);
    assertThat(none.err()).contains("No run has this id");
    assertThat(resumed.status()).isEqualTo(1);
    assertThat(say("cancel", "x").status()).isEqualTo(2);
  }

  @Test
  void tellsWhatARunHasCostAsTheOutsideWorldCountedIt() {
    String run = trigger(shared.journey().copyOf("ACME-001"));
    coordinator.rested(run, PATIENCE);
    String correlation = say("show", run, "--json").json().path("correlation_id").asString();

    // The books are written once a second.
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(costs(run)).isEqualTo(counted(correlation)));

    assertThat(costs(run)).containsKeys("salesforce", "netsuite", "docusign", "provisioner");
    assertThat(say("budget", "--run", run).out()).containsPattern("netsuite +read +1 ");
    assertThat(say("budget").out())
        .containsPattern("salesforce +daily +[1-9]")
        .containsPattern("docusign +hourly +[1-9]")
        .containsPattern("netsuite +4 ");
    assertThat(say("upstreams").out()).containsPattern("salesforce +no +0 +closed");
  }

  private static Map<String, Long> costs(String run) {
    Map<String, Long> calls = new TreeMap<>();
    say("budget", "--run", run, "--json")
        .json()
        .path("costs")
        .forEach(cost ->
            calls.merge(cost.path("system").asString(), cost.path("calls").asLong(), Long::sum));
    return calls;
  }

  private static Map<String, Long> counted(String correlation) {
    var sandbox = new SandboxControl(shared.system().sandbox());
    Map<String, Long> calls = new TreeMap<>();
    for (String system : List.of("salesforce", "netsuite", "docusign", "provisioner")) {
      sandbox
          .inspect(system)
          .path("calls")
          .forEach(call -> {
            if (correlation.equals(call.path("correlation_id").asString())) {
              calls.merge(system, 1L, Long::sum);
            }
          });
    }
    return calls;
  }

  @Test
  void drainsTheNodeAndPutsItBack() {
    assertThat(say("drain").out()).contains("is drained");
    assertThat(say("undrain", "--json").json().path("draining").asBoolean(true)).isFalse();
  }

  @Test
  void cancelsARunThatWaitsForAPerson() {
    String run = trigger(shared.journey().copyOf("GAMMA-003"));
    coordinator.rested(run, PATIENCE);

    assertThat(say("cancel", run, "--reason", "The customer withdrew").status()).isZero();
    assertThat(coordinator.awaited(run, PATIENCE, "CANCELLED").state()).isEqualTo("CANCELLED");
    assertThat(say("resume", run, "--reason", "Again").err()).contains("CANCELLED");
  }

  @Test
  void tellsWhoOfManyWouldBeStoppedAndWhy() {
    String sound = shared.journey().copyOf("ACME-001");
    String overdue = shared.journey().copyOf("GAMMA-003");

    Said said =
        say("batch", "--account", sound, "--account", overdue, "--mode", "observe", "--wait");

    assertThat(said.status()).as(said.err()).isZero();
    assertThat(said.out())
        .containsPattern(overdue + " .*ESCALATE")
        .containsPattern(sound + " .*PROCEED")
        .contains("0 would be blocked, 1 would need a person, 1 would proceed");
  }

  @Test
  void erasesAnAccountOnceItsRunsHaveEnded() {
    String account = shared.journey().copyOf("BETA-002");
    String run = trigger(account);
    coordinator.rested(run, PATIENCE);

    Said refused = say("erase", account, "--reason", "Asked for by the customer");
    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.err()).contains(run);

    say("cancel", run, "--reason", "The customer withdrew");
    coordinator.awaited(run, PATIENCE, "CANCELLED");
    Said erased = say("erase", account, "--reason", "Asked for by the customer", "--json");
    assertThat(erased.status()).as(erased.err()).isZero();
    assertThat(erased.json().path("erasure_id").asString()).isNotBlank();
  }

  @Test
  void approvesForThePersonWhoLogsInAndForNobodyElse() {
    String run = trigger(shared.journey().copyOf("GAMMA-003"));
    coordinator.rested(run, PATIENCE);

    Said nobody = say("approve", run, "--reason", "Paid by now");
    Said person =
        say(
            "approve",
            run,
            "--reason",
            "Paid by now",
            "--password-file",
            shared.data().personPassword().toString());

    assertThat(nobody.status()).isNotZero();
    assertThat(person.status()).as(person.err()).isZero();
    assertThat(coordinator.rested(run, PATIENCE).state()).isEqualTo("COMPLETED");
    assertThat(coordinator.report(run, "md")).contains(shared.data().personName());
  }

  @Test
  void printsATokenAndNothingElse() {
    Said token = say("token", "--server", "mcp-clm", "--scope", "mcp-clm.read");
    Said unknown = say("token", "--server", "mcp-oracle");

    assertThat(token.status()).as(token.err()).isZero();
    assertThat(token.out().strip().split("\\.")).hasSize(3);
    assertThat(unknown.status()).isNotZero();
    assertThat(say("token", "--scope", "coordinator-agent.approve").status()).isNotZero();
  }

  private static String trigger(String account) {
    return coordinator.trigger(shared.journey().webhook(account));
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
