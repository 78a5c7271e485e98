package dev.onboarding.allinone.command;

import dev.onboarding.allinone.client.Operator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// Lets runs call a system again.
@Command(
    name = "unpause",
    mixinStandardHelpOptions = true,
    description = "Call a paused system again; the runs that waited for it go on at once.")
final class UnpauseCommand extends OperatorCommand {

  @Parameters(
      paramLabel = "UPSTREAM",
      description = "salesforce, netsuite, docusign, provisioner, slack or mail.")
  private String upstream = "";

  @Option(names = "--reason", defaultValue = "released", description = "Why; it is kept.")
  private String reason = "";

  @Option(
      names = "--by",
      paramLabel = "NAME",
      defaultValue = "${sys:user.name}",
      description = "Who does it (default: the user of this machine, ${DEFAULT-VALUE}).")
  private String by = "";

  @Override
  JsonNode ask(Operator operator, Console console) {
    return operator.unpause(upstream, by, reason);
  }

  @Override
  void show(JsonNode answer, Console console) {
    console.say(UpstreamsCommand.line(answer));
  }
}
