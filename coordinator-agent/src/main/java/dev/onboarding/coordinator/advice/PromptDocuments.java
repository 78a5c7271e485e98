package dev.onboarding.coordinator.advice;

import dev.onboarding.adviser.task.AdviceTask;
import dev.onboarding.adviser.task.Prompt;
import dev.onboarding.adviser.task.Prompts;
import dev.onboarding.coordinator.govern.DocumentKind;
import dev.onboarding.coordinator.govern.DocumentReader;
import dev.onboarding.coordinator.govern.DocumentRefused;
import dev.onboarding.coordinator.govern.Documents;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/// The prompts of this server as one document: a version for all, and version and text of each. A
/// task that the document leaves out keeps the prompt that ships with this version. The prompt for
/// terms belongs to the specialist agents and ships with them.
final class PromptDocuments implements DocumentReader {

  private static final Logger LOG = LoggerFactory.getLogger(PromptDocuments.class);

  private static final List<AdviceTask> TASKS =
      List.of(AdviceTask.RISK, AdviceTask.SUMMARY, AdviceTask.ACTIONS, AdviceTask.FAILURES);

  @Override
  public DocumentKind kind() {
    return DocumentKind.PROMPTS;
  }

  @Override
  public Identity read(String name, String content) {
    var document = document(name, content);
    return new Identity(version(name, document), prompts(name, document).digest());
  }

  @Override
  public String shipped() {
    var document = new StringBuilder("version: shipped\nprompts:\n");
    for (var task : TASKS) {
      var prompt = Prompts.shipped().of(task);
      document
          .append("  %s:\n    version: \"%s\"\n    text: |-\n".formatted(task, prompt.version()))
          .append(prompt.text().indent(6));
    }
    return document.toString();
  }

  /// What a person put in force, else what ships with this version; a document that this version
  /// cannot read is as none.
  Prompts inForce(Documents documents) {
    return documents
        .active(DocumentKind.PROMPTS)
        .map(document -> readable(document.digest(), document.content()))
        .orElseGet(Prompts::shipped);
  }

  /// @throws DocumentRefused with every problem at once
  Prompts prompts(String name, String content) {
    return prompts(name, document(name, content));
  }

  private Prompts readable(String digest, String content) {
    try {
      return prompts(digest, content);
    } catch (DocumentRefused unreadable) {
      LOG.warn("The prompts in force cannot be read here; the shipped ones are used", unreadable);
      return Prompts.shipped();
    }
  }

  private static Map<?, ?> document(String name, String content) {
    try {
      if (new Yaml(new SafeConstructor(new LoaderOptions())).load(content) instanceof Map<?, ?> read
          && Set.of("version", "prompts").equals(read.keySet())) {
        return read;
      }
      throw refused(name, "it has exactly `version` and `prompts`");
    } catch (YAMLException unreadable) {
      throw refused(name, String.valueOf(unreadable.getMessage()));
    }
  }

  private static String version(String name, Map<?, ?> document) {
    var version = document.get("version");
    if (version instanceof String text && !text.isBlank()) {
      return text;
    }
    throw refused(name, "`version` is a text");
  }

  private static Prompts prompts(String name, Map<?, ?> document) {
    if (!(document.get("prompts") instanceof Map<?, ?> given) || given.isEmpty()) {
      throw refused(name, "`prompts` has a prompt for one task at least: " + TASKS);
    }
    var problems = new ArrayList<String>();
    var prompts = Prompts.shipped();
    var sorted = new TreeMap<String, Object>();
    given.forEach((task, prompt) -> sorted.put(String.valueOf(task), prompt));
    for (var each : sorted.entrySet()) {
      try {
        prompts = prompts.with(prompt(each.getKey(), each.getValue()));
      } catch (IllegalArgumentException wrong) {
        problems.add("%s, %s: %s".formatted(name, each.getKey(), wrong.getMessage()));
      }
    }
    if (!problems.isEmpty()) {
      throw new DocumentRefused(problems);
    }
    return prompts;
  }

  private static Prompt prompt(String name, Object given) {
    var task = AdviceTask.named(name);
    if (!TASKS.contains(task)) {
      throw new IllegalArgumentException("it ships with the specialist agents, which use it");
    }
    if (given instanceof Map<?, ?> prompt
        && Set.of("version", "text").equals(prompt.keySet())
        && prompt.get("version") instanceof String version
        && prompt.get("text") instanceof String text) {
      return new Prompt(task, version, text);
    }
    throw new IllegalArgumentException("it has exactly `version` and `text`, both texts");
  }

  private static DocumentRefused refused(String name, String why) {
    return new DocumentRefused(List.of(name + ": " + why));
  }
}
