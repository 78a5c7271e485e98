package dev.onboarding.allinone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EvidenceVerifyCommandTests {

  private static final Path EVIDENCE =
      Path.of("../coordinator-agent/src/test/resources/evidence/gamma-003.zip");

  private final StringWriter out = new StringWriter();
  @TempDir private Path folder;

  @Test
  void checksAFileWithoutASystem() {
    assertThat(verify(EVIDENCE.toString())).isZero();
    assertThat(out.toString()).contains("proves its decisions", "head aa65842d79da1388");
  }

  @Test
  void saysThatARecordIsNotTheOneThatWasNoted() {
    assertThat(verify(EVIDENCE.toString(), "--head", "ffffffffffffffff")).isOne();
    assertThat(out.toString()).contains("is not to be trusted", "never had the head");
  }

  @Test
  void printsOneJsonDocument() {
    assertThat(verify(EVIDENCE.toString(), "--json")).isZero();
    assertThat(out.toString()).startsWith("{").contains("\"holds\" : true");
  }

  @Test
  void takesNoOtherFile() throws IOException {
    Path other = Files.writeString(folder.resolve("other.zip"), "no zip");

    assertThat(verify(other.toString())).isEqualTo(2);
    assertThat(out.toString()).contains("no manifest");
  }

  private int verify(String... arguments) {
    return new CommandLine(new EvidenceVerifyCommand())
        .setOut(new PrintWriter(out, true))
        .setExecutionExceptionHandler((problem, command, parsed) -> {
          command.getOut().println(problem.getMessage());
          return 2;
        })
        .execute(arguments);
  }
}
