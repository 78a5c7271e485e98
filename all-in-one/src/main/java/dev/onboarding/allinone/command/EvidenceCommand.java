package dev.onboarding.allinone.command;

import dev.onboarding.allinone.client.Api.ApiException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Writes a run's whole record into one file that anybody can check.
@Command(
    name = "evidence",
    mixinStandardHelpOptions = true,
    description = "Write the record of a run into a file that can be checked without this system.",
    subcommands = {EvidenceVerifyCommand.class})
final class EvidenceCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private final SystemOptions system = new SystemOptions();

  @Parameters(paramLabel = "RUN", arity = "0..1", description = "Id of the run.")
  private @Nullable String run;

  @Option(
      names = "--into",
      paramLabel = "FILE",
      description = "Where it goes (default: evidence_RUN.zip here).")
  private @Nullable Path into;

  @Override
  public Integer call() throws IOException {
    if (run == null) {
      throw new CommandLine.ParameterException(spec.commandLine(), "Name a run.");
    }
    var console = system.console();
    Attached.coordinator(system);
    try {
      var file = into == null ? Path.of("evidence_" + run + ".zip") : into;
      Files.write(file, system.proofs().evidence(run));
      if (system.json()) {
        console.document(new Written(run, file.toString()));
      } else {
        console.say(file.toString());
      }
      return 0;
    } catch (ApiException refused) {
      console.complain(String.valueOf(refused.getMessage()));
      return 1;
    }
  }

  private record Written(String runId, String file) {}
}
