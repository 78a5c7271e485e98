package dev.onboarding.allinone.command;

import dev.onboarding.allinone.client.Api.ApiException;
import dev.onboarding.edge.EdgeJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.SerializationFeature;

/// Keeps what a run knew and what was decided as a case, without anybody's name.
@Command(
    name = "keep",
    mixinStandardHelpOptions = true,
    description = "Keep the last decision of a run as a named case that the build tries.")
final class CaseKeepCommand implements Callable<Integer> {

  @Mixin private final SystemOptions system = new SystemOptions();

  @Parameters(paramLabel = "RUN", description = "Id of the run.")
  private String run = "";

  @Option(
      names = "--name",
      required = true,
      description = "Small letters, digits and hyphens, such as invoice-overdue.")
  private String name = "";

  @Option(
      names = "--into",
      paramLabel = "DIR",
      defaultValue = "coordinator-agent/src/test/resources/cases",
      description = "The folder of cases (default: ${DEFAULT-VALUE}).")
  private Path into = Path.of("");

  @Override
  public Integer call() throws IOException {
    var console = system.console();
    Attached.coordinator(system);
    try {
      var kept = system.proofs().keepCase(run, name);
      var file = Files.createDirectories(into).resolve(name + ".json");
      Files.writeString(
          file,
          EdgeJson.mapper()
                  .writer()
                  .with(SerializationFeature.INDENT_OUTPUT)
                  .writeValueAsString(kept)
              + "\n");
      if (system.json()) {
        console.document(kept);
      } else {
        console.say("%s: %s".formatted(file, kept.path("expected").path("verdict").asString("")));
      }
      return 0;
    } catch (ApiException refused) {
      console.complain(String.valueOf(refused.getMessage()));
      return 1;
    }
  }
}
