package dev.onboarding.adviser.task;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/// One prompt for each task.
public record Prompts(Map<AdviceTask, Prompt> byTask) {

  /// @throws IllegalArgumentException when a task has no prompt, or another task's
  public Prompts {
    byTask = Map.copyOf(byTask);
    for (AdviceTask task : AdviceTask.values()) {
      Prompt prompt = byTask.get(task);
      if (prompt == null || prompt.task() != task) {
        throw new IllegalArgumentException("There is no prompt for " + task);
      }
    }
  }

  private static final class Shipped {
    static final Prompts PROMPTS = read();

    private static Prompts read() {
      Map<AdviceTask, Prompt> read = new EnumMap<>(AdviceTask.class);
      for (AdviceTask task : AdviceTask.values()) {
        read.put(task, parsed(task, resource(task)));
      }
      return new Prompts(read);
    }

    private static String resource(AdviceTask task) {
      String name = "/adviser/prompts/%s.md".formatted(task);
      try (InputStream stream = Prompts.class.getResourceAsStream(name)) {
        if (stream == null) {
          throw new IllegalStateException("The prompt " + name + " is not on the classpath");
        }
        return new String(stream.readAllBytes(), UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// Those that come with this library.
  public static Prompts shipped() {
    return Shipped.PROMPTS;
  }

  /// Reads a prompt's file: `version: NAME`, an empty line, the text.
  ///
  /// @throws IllegalArgumentException when the first line names no version
  public static Prompt parsed(AdviceTask task, String file) {
    String[] parts = file.replace("\r\n", "\n").split("\n\n", 2);
    if (parts.length < 2 || !parts[0].startsWith("version: ")) {
      throw new IllegalArgumentException(
          "The prompt for %s must begin with 'version: NAME' and an empty line".formatted(task));
    }
    return new Prompt(task, parts[0].substring("version: ".length()).strip(), parts[1].strip());
  }

  public Prompt of(AdviceTask task) {
    Prompt prompt = byTask.get(task);
    if (prompt == null) {
      throw new IllegalStateException("Checked when made: " + task + " has a prompt");
    }
    return prompt;
  }

  /// The same with another prompt for one task.
  public Prompts with(Prompt prompt) {
    Map<AdviceTask, Prompt> changed = new EnumMap<>(byTask);
    changed.put(prompt.task(), prompt);
    return new Prompts(changed);
  }

  /// SHA-256 over the digests of all, in the order of the tasks: one value for a run to carry.
  public String digest() {
    return Prompt.sha256(
        Arrays.stream(AdviceTask.values())
            .map(task -> task + " " + of(task).digest())
            .collect(Collectors.joining("\n")));
  }
}
