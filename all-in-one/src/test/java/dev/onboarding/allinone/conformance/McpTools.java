package dev.onboarding.allinone.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;
import tools.jackson.databind.json.JsonMapper;

/// Node, the conformance suite and the Inspector, installed once into `target` from the lock file
/// beside their list.
final class McpTools {

  private static final Path SOURCE = Path.of("src", "test", "mcp-tools");
  private static final Path FOLDER = Path.of("target", "mcp-tools").toAbsolutePath();
  private static final List<String> FILES =
      List.of("package.json", "package-lock.json", "door.mjs", "expected-failures.yml");
  private static final List<String> INSTALL =
      List.of(
          "npm",
          "install",
          "--ignore-scripts",
          "--no-audit",
          "--no-fund",
          "--prefer-offline",
          "--loglevel=error");
  private static final Pattern NODE = Pattern.compile("v(\\d+)\\..*");
  private static final int OLDEST_NODE = 22;
  private static final int PATIENCE_SECONDS = 300;

  private static @Nullable McpTools installed;

  private final Path node;

  private McpTools(Path node) {
    this.node = node;
  }

  /// What a program said and how it ended.
  record Ended(int exit, String output) {}

  /// @throws TestAbortedException when they cannot be had here, saying why and what enables them
  static synchronized McpTools installed() {
    if (installed == null) {
      try {
        install();
        installed = new McpTools(node());
      } catch (IOException e) {
        throw unavailable(String.valueOf(e.getMessage()));
      }
    }
    return installed;
  }

  /// Runs the conformance suite.
  Ended conformance(Map<String, String> headers, List<String> arguments) {
    return run("@modelcontextprotocol/conformance/dist/index.js", headers, arguments);
  }

  /// Runs the Inspector's command line.
  Ended inspector(Map<String, String> headers, List<String> arguments) {
    return run("@modelcontextprotocol/inspector/clients/cli/build/index.js", headers, arguments);
  }

  static Path file(String name) {
    return FOLDER.resolve(name);
  }

  private Ended run(String script, Map<String, String> headers, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(node.toString());
    command.add("--import=" + FOLDER.resolve("door.mjs").toUri());
    command.add(FOLDER.resolve("node_modules").resolve(script).toString());
    command.addAll(arguments);
    try {
      return ended(command, Map.of("MCP_DOOR", JsonMapper.shared().writeValueAsString(headers)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void install() throws IOException {
    Path complete = FOLDER.resolve("complete");
    String lock = Files.readString(SOURCE.resolve("package-lock.json"));
    Files.createDirectories(FOLDER);
    for (String file : FILES) {
      Files.copy(SOURCE.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    if (Files.exists(complete) && Files.readString(complete).equals(lock)) {
      return;
    }
    Ended npm = ended(INSTALL, Map.of());
    if (npm.exit() != 0) {
      throw unavailable(
          "npm install ended with %d: %s".formatted(npm.exit(), npm.output().strip()));
    }
    Files.writeString(complete, lock);
  }

  private static Path node() throws IOException {
    try (Stream<Path> platforms = Files.list(FOLDER.resolve("node_modules"))) {
      return platforms
          .filter(folder -> folder.getFileName().toString().startsWith("node-"))
          .map(folder -> folder.resolve("bin").resolve("node"))
          .filter(Files::isExecutable)
          .findFirst()
          .orElseGet(McpTools::ownNode);
    }
  }

  /// Where the list has no Node for this platform, the machine's own must be new enough.
  private static Path ownNode() {
    try {
      Ended version = ended(List.of("node", "--version"), Map.of());
      Matcher number = NODE.matcher(version.output().strip());
      if (number.matches() && Integer.parseInt(number.group(1)) >= OLDEST_NODE) {
        return Path.of("node");
      }
      throw unavailable("Node is " + version.output().strip() + ", and 22 or newer is needed");
    } catch (IOException e) {
      throw unavailable("there is no Node for this platform");
    }
  }

  private static Ended ended(List<String> command, Map<String, String> environment)
      throws IOException {
    Path output = Files.createTempFile(FOLDER, "output", ".txt");
    var builder = new ProcessBuilder(command).directory(FOLDER.toFile());
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException(command + " took longer than " + PATIENCE_SECONDS + " s");
      }
      return new Ended(process.exitValue(), Files.readString(output));
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while " + command + " ran", e);
    } finally {
      Files.deleteIfExists(output);
    }
  }

  private static TestAbortedException unavailable(String why) {
    return new TestAbortedException(
        "The protocol's own tools are not here (%s). They run where this works: (cd %s && npm install)"
            .formatted(why, Path.of("all-in-one").resolve(SOURCE)));
  }
}
