package dev.onboarding.allinone.command;

import dev.onboarding.allinone.client.RunView;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// A person's answer to an escalation.
abstract class AnswerCommand implements Callable<Integer> {

  @Mixin private final SystemOptions system = new SystemOptions();

  @Mixin private final LoginOptions login = new LoginOptions(system);

  @Parameters(paramLabel = "RUN", description = "Id of the run.")
  private String run = "";

  @Option(names = "--reason", required = true, description = "Why; stands in the report.")
  private String reason = "";

  @Option(
      names = "--by",
      paramLabel = "NAME",
      defaultValue = "${sys:user.name}",
      description =
          "Name beside that of the login, which is always recorded (default: ${DEFAULT-VALUE}).")
  private String approver = "";

  abstract String decision();

  @Override
  public Integer call() {
    Console console = system.console();
    Attached.coordinator(system);
    var coordinator = system.coordinator(system.access().withPerson(login::password));
    RunView shown = coordinator.run(run);
    shown.sentences().forEach(sentence -> console.say("  " + sentence));
    coordinator.answer(shown, decision(), approver, reason);
    var answered = coordinator.rested(run, Duration.ofSeconds(60));
    if (system.json()) {
      console.document(answered.json());
    } else {
      console.say("%s  %s".formatted(answered.id(), answered.state()));
    }
    return 0;
  }
}
