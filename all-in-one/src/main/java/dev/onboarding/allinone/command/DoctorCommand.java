package dev.onboarding.allinone.command;

import dev.onboarding.agentkit.ClientProperties;
import dev.onboarding.agentkit.McpToolServers;
import dev.onboarding.agentkit.NeededTools;
import dev.onboarding.agentkit.ToolServerProperties;
import dev.onboarding.allinone.doctor.Checkup;
import dev.onboarding.allinone.doctor.Doctor;
import dev.onboarding.allinone.doctor.ModelDoctor;
import dev.onboarding.allinone.doctor.Reachability;
import dev.onboarding.allinone.doctor.SlackAccess;
import dev.onboarding.allinone.system.LocalAccess;
import dev.onboarding.allinone.system.Ports;
import dev.onboarding.edge.EdgeJson;
import dev.onboarding.model.AccountReference;
import dev.onboarding.model.secret.Secret;
import dev.onboarding.model.secret.SecretSource;
import io.opentelemetry.api.OpenTelemetry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Checks configuration and reachability of every upstream.
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Check every upstream, show how one account is matched in each, say what to fix.")
final class DoctorCommand implements Callable<Integer> {

  @Mixin private final SystemOptions system = new SystemOptions();

  @Option(
      names = "--account",
      paramLabel = "ID",
      defaultValue = "ACME-001",
      description = "Account to look for (default: ${DEFAULT-VALUE}).")
  private String account = "";

  @Option(
      names = "--models",
      description =
          "Examine the language models instead: reach, schema, a golden prompt, masking. Without a key"
              + " the sandbox stands in.")
  private boolean models;

  @Override
  public Integer call() {
    Console console = system.console();
    if (models) {
      return models(console);
    }
    String reference = new AccountReference(account).value();
    List<Checkup> checkups;
    if (system.coordinator().answers()) {
      checkups = examine(reference);
    } else {
      console.say("no system runs here; starting one for the examination");
      try (var _ = system.start(part -> console.say("starting " + part))) {
        checkups = examine(reference);
      }
    }
    print(console, checkups);
    return checkups.stream().allMatch(Checkup::ok) ? 0 : 1;
  }

  private int models(Console console) {
    Logs.into(system.data().log());
    List<Checkup> checkups = new ModelDoctor(System.getenv(), console::say).examine();
    print(console, checkups);
    return checkups.stream().allMatch(Checkup::ok) ? 0 : 1;
  }

  private List<Checkup> examine(String reference) {
    try (var tools = tools(system.ports(), LocalAccess.client(system.ports(), system.data()))) {
      List<Checkup> checkups = new ArrayList<>(new Doctor(tools).examine(reference));
      checkups.add(slack());
      checkups.add(
          Reachability.of(
              "mail",
              URI.create(
                  "smtp://%s:%s"
                      .formatted(
                          setting("SMTP_HOST", "127.0.0.1"),
                          setting("SMTP_PORT", String.valueOf(system.ports().smtp())))),
              "SMTP_HOST and SMTP_PORT"));
      return checkups;
    }
  }

  /// A token of one's own means the real Slack; without one the sandbox stands in.
  private Checkup slack() {
    var token =
        new SecretSource(
            "SLACK_TOKEN", new Secret(setting("SLACK_TOKEN", "")), setting("SLACK_TOKEN_FILE", ""));
    return token.isMissing()
        ? SlackAccess.of(URI.create(system.sandbox() + "/slack/api"), "xoxb-sandbox")
        : SlackAccess.of(
            URI.create(setting("SLACK_BASE_URL", "https://slack.com/api")),
            token.rotating(Clock.systemUTC()).current().reveal());
  }

  private static McpToolServers tools(Ports ports, ClientProperties client) {
    Map<String, URI> servers =
        Map.of(
            "salesforce", endpoint(ports.base() + 11),
            "netsuite", endpoint(ports.base() + 12),
            "clm", endpoint(ports.base() + 13),
            "provisioning", endpoint(ports.base() + 14));
    var properties =
        new ToolServerProperties(servers, Duration.ofSeconds(30), Duration.ofSeconds(2));
    return new McpToolServers(
        properties,
        EdgeJson.mapper(),
        Clock.systemUTC(),
        "doctor",
        new McpToolServers.Terms(NeededTools.NONE, client, OpenTelemetry.noop()));
  }

  private static URI endpoint(int port) {
    return URI.create("http://127.0.0.1:%d/mcp".formatted(port));
  }

  private static String setting(String variable, String otherwise) {
    return System.getenv().getOrDefault(variable, otherwise);
  }

  private void print(Console console, List<Checkup> checkups) {
    if (system.json()) {
      console.document(checkups);
      return;
    }
    console.table(
        List.of("SYSTEM", "", "FOUND"),
        checkups.stream()
            .map(checkup ->
                List.of(checkup.system(), checkup.ok() ? "ok" : "FAILED", checkup.found()))
            .toList());
    checkups.stream()
        .filter(checkup -> checkup.fix() != null)
        .forEach(checkup -> console.say(checkup.system() + ": " + checkup.fix()));
  }
}
