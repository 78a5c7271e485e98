package dev.onboarding.coordinator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.model.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ReportFilesTests {

  @TempDir private Path folder;

  @Test
  void makesTheDirectoryWithTheFirstFileAndAgainWhenItIsGone() throws IOException {
    var directory = folder.resolve("a/b");
    var files = new ReportFiles(directory);

    files.write("one.md", "first");
    Files.delete(directory.resolve("one.md"));
    Files.delete(directory);
    files.write("one.md", "größer");

    assertThat(directory.resolve("one.md")).hasContent("größer");
  }

  @Test
  void replacesAFileAndLeavesNothingBesideIt() {
    var files = new ReportFiles(folder);

    files.write("one.md", "a long first version");
    assertThat(files.write("one.md", "short")).isEqualTo("one.md");

    assertThat(folder.resolve("one.md")).hasContent("short");
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void letsNobodyElseRead() throws IOException {
    new ReportFiles(folder).write("one.md", "text");

    assertThat(Files.getPosixFilePermissions(folder.resolve("one.md")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void saysWhichFileCouldNotBeWritten() throws IOException {
    var occupied = Files.createFile(folder.resolve("occupied"));

    assertThatThrownBy(() -> new ReportFiles(occupied).write("one.md", "text"))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("one.md");
  }
}
