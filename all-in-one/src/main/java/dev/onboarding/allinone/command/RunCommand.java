package dev.onboarding.allinone.command;

import dev.onboarding.allinone.client.SandboxControl.Story;
import dev.onboarding.model.AccountReference;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Sends one account through a running system.
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Send one account through the system that 'onboarding up' started.")
final class RunCommand implements Callable<Integer> {

  @Mixin private final SystemOptions system = new SystemOptions();

  @Parameters(paramLabel = "ACCOUNT", description = "External key, or Salesforce id.")
  private String account = "";

  @Override
  public Integer call() {
    Console console = system.console();
    String reference = new AccountReference(account).value();
    var scenario =
        Scenario.play(
            new Story(reference, "", ""),
            Attached.coordinator(system),
            system.data().webhookSecret(),
            Clock.systemUTC());
    if (system.json()) {
      console.document(scenario.run().json());
    } else {
      console.say(
          "%s  %s  %s".formatted(account, scenario.run().verdict(), scenario.run().state()));
      scenario.run().sentences().forEach(sentence -> console.say("  " + sentence));
      console.say("run " + scenario.run().id());
      console.say("report " + scenario.report());
    }
    return 0;
  }
}
