package dev.onboarding.allinone.command;

import dev.onboarding.allinone.client.Coordinator;
import dev.onboarding.allinone.client.SandboxControl;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Starts everything, sends the five scenarios as signed webhooks, and shows what was decided.
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "Start everything, send five scenarios, print what was decided, and stop.")
final class DemoCommand implements Callable<Integer> {

  private static final List<String> ACCOUNTS =
      List.of("ACME-001", "BETA-002", "GAMMA-003", "DELETED-004", "MISSING-999");

  @Mixin private final SystemOptions system = new SystemOptions();

  @Override
  public Integer call() {
    Console console = system.console();
    List<Scenario> played;
    try (var running = system.start(part -> console.say("starting " + part))) {
      var coordinator = system.coordinator(system.access());
      var sandbox = new SandboxControl(running.sandbox());
      played = play(console, coordinator, sandbox);
    }
    show(console, played);
    return played.stream().allMatch(Scenario::asExpected) ? 0 : 1;
  }

  private List<Scenario> play(Console console, Coordinator coordinator, SandboxControl sandbox) {
    List<Scenario> played = new ArrayList<>();
    String secret = system.data().webhookSecret();
    for (String account : ACCOUNTS) {
      console.say("webhook for " + account);
      var scenario = Scenario.play(sandbox.story(account), coordinator, secret, Clock.systemUTC());
      console.say("  %s, %s".formatted(scenario.run().verdict(), scenario.run().state()));
      played.add(scenario);
    }
    return played;
  }

  private void show(Console console, List<Scenario> played) {
    if (system.json()) {
      console.document(played.stream().map(scenario -> scenario.line(reportOf(scenario))).toList());
      return;
    }
    console.table(
        List.of("ACCOUNT", "DECISION", "ROWS", "SECONDS", "REPORT", "SCENARIO"),
        played.stream().map(this::row).toList());
    played.stream()
        .filter(scenario -> !scenario.asExpected())
        .forEach(wrong ->
            console.say(
                "WRONG: %s was decided %s; its story asks for %s"
                    .formatted(wrong.account(), wrong.run().verdict(), wrong.expected())));
  }

  private List<String> row(Scenario scenario) {
    return List.of(
        scenario.account(),
        scenario.run().verdict(),
        String.join(" ", scenario.run().firedRows()),
        String.format(Locale.ROOT, "%.1f", scenario.took().toMillis() / 1000.0),
        reportOf(scenario),
        scenario.story());
  }

  private String reportOf(Scenario scenario) {
    return system.data().reports().resolve("run_report_" + scenario.run().id() + ".md").toString();
  }
}
