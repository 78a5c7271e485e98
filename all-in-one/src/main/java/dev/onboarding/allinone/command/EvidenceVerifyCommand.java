package dev.onboarding.allinone.command;

import dev.onboarding.coordinator.evidence.VerifyBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Checks such a file with nothing but the file.
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = "Check such a file, without a running system, a database or a network.")
final class EvidenceVerifyCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The file.")
  private Path file = Path.of("");

  @Option(
      names = "--head",
      paramLabel = "HASH",
      description = "The hash over the record that was noted elsewhere, such as in a report.")
  private @Nullable String head;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "Key by which checkpoints of the audit trail are signed, as JWK.")
  private List<Path> keys = List.of();

  @Option(names = "--json", description = "Print one JSON document on standard output.")
  private boolean json;

  /// @return 0 when it proves its decisions, 1 when it does not
  @Override
  public Integer call() throws IOException {
    var line = spec.commandLine();
    var console = new Console(line.getOut(), line.getErr(), json);
    var verified = VerifyBundle.verify(Files.readAllBytes(file), head, CheckpointKeys.read(keys));
    boolean holds = verified.holds();
    if (json) {
      console.document(new Answer(verified.run(), verified.head(), holds, verified.all()));
    } else {
      console.say(
          "%s  %s"
              .formatted(verified.run(), holds ? "proves its decisions" : "is not to be trusted"));
      console.say("  head " + verified.head());
      verified.all().forEach(says -> console.say("  " + says));
    }
    return holds ? 0 : 1;
  }

  private record Answer(String runId, String head, boolean holds, List<String> problems) {}
}
