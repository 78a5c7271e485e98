package dev.onboarding.allinone.bench;

import dev.onboarding.allinone.Onboarding;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// This very program once more, in a process of its own, carrying out another of its commands.
final class OwnProcess implements AutoCloseable {

  private final Process process;

  private OwnProcess(Process process) {
    this.process = process;
  }

  /// Waits until it says that it is ready.
  ///
  /// @param environment added to our own
  /// @param flags added to the flags of our own JVM
  /// @throws IllegalStateException when it ended instead
  static OwnProcess ready(
      Map<String, String> environment, List<String> flags, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(flags);
    String classPath = System.getProperty("java.class.path");
    if (classPath.endsWith(".jar") && !classPath.contains(File.pathSeparator)) {
      command.addAll(List.of("-jar", classPath));
    } else {
      command.addAll(List.of("-cp", classPath, Onboarding.class.getName()));
    }
    command.addAll(arguments);
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    BufferedReader output = process.inputReader();
    awaitReady(output);
    Thread.ofPlatform().daemon().start(() -> discard(output));
    return new OwnProcess(process);
  }

  private static void awaitReady(BufferedReader output) throws IOException {
    StringBuilder said = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith("ready:")) {
        return;
      }
      said.append(line).append('\n');
    }
    throw new IllegalStateException("The system did not start:\n" + said);
  }

  /// What it says later must not fill the pipe: it would wait in the middle of the measurement.
  private static void discard(BufferedReader output) {
    try {
      output.transferTo(Writer.nullWriter());
    } catch (IOException closed) {
      // With the process.
      return;
    }
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
