package dev.onboarding.allinone.command;

import dev.onboarding.edge.audit.CheckpointFiles;
import dev.onboarding.edge.auditor.ChainVerdict;
import dev.onboarding.edge.auditor.VerifyTrail;
import dev.onboarding.edge.auditor.VerifyTrail.Verified;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Checks every chain against itself and against the checkpoints that left the database.
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = "Check that nothing was changed, removed, put in, cut off or written anew.")
final class AuditVerifyCommand implements Callable<Integer> {

  @Mixin private final SystemOptions system = new SystemOptions();

  @Mixin private final TrailOptions trail = new TrailOptions();

  @Option(
      names = "--checkpoints",
      paramLabel = "DIR",
      description = "Where checkpoints went (default: that of the system's data).")
  private @Nullable Path checkpoints;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "Key that signed them, as JWK; may be repeated (default: the system's).")
  private List<Path> keys = List.of();

  /// @return 0 when every chain holds, 1 when one does not
  @Override
  public Integer call() throws IOException {
    var console = system.console();
    var directory = checkpoints == null ? system.data().checkpoints() : checkpoints;
    var signing =
        CheckpointKeys.read(keys.isEmpty() ? List.of(system.data().auditVerifyingKey()) : keys);
    // Before the chains: they go on growing.
    var outside = new CheckpointFiles(directory).read();
    var verified =
        new VerifyTrail(trail.source(system), trail.by(), Clock.systemUTC())
            .verify(outside, signing);
    if (system.json()) {
      console.document(new Answer(verified.holds(), verified.chains(), verified.problems()));
    } else {
      show(console, verified, outside.checkpoints().size());
    }
    return verified.holds() ? 0 : 1;
  }

  private record Answer(boolean holds, List<ChainVerdict> chains, List<String> problems) {}

  private static void show(Console console, Verified verified, int checkpoints) {
    console.table(
        List.of("SERVER", "ENTRIES", "FROM", "TO", "CHECKPOINT AT", ""),
        verified.chains().stream().map(AuditVerifyCommand::row).toList());
    verified
        .chains()
        .forEach(chain ->
            chain
                .problems()
                .forEach(says -> console.say("  %s: %s".formatted(chain.server(), says))));
    verified.problems().forEach(says -> console.say("  " + says));
    if (checkpoints == 0) {
      console.say(
          "No checkpoint was found outside: an end that was cut off, or a chain that was written anew, cannot be told.");
    }
  }

  private static List<String> row(ChainVerdict chain) {
    return List.of(
        chain.server(),
        "" + chain.entries(),
        "" + chain.first(),
        "" + chain.last(),
        chain.checkpointed() == 0 ? "-" : "" + chain.checkpointed(),
        chain.holds() ? "holds" : "DOES NOT HOLD");
  }
}
