package dev.onboarding.coordinator.pipeline;

import dev.onboarding.agentkit.ToolServers;
import dev.onboarding.coordinator.govern.DocumentKind;
import dev.onboarding.coordinator.govern.DocumentReader;
import dev.onboarding.coordinator.govern.DocumentRefused;
import dev.onboarding.coordinator.govern.Documents;
import dev.onboarding.coordinator.ledger.Digests;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.FailureException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/// Checklist templates as documents that people put in force. What a template may say is known to
/// the provisioning server alone, which is asked; as long as nobody has decided, its own holds.
final class ChecklistTemplates implements DocumentReader {

  private final Documents documents;
  private final Provisioning provisioning;
  private final Clock clock;

  ChecklistTemplates(Documents documents, ToolServers servers, Clock clock) {
    this.documents = documents;
    this.provisioning = new Provisioning(servers);
    this.clock = clock;
  }

  @Override
  public DocumentKind kind() {
    return DocumentKind.CHECKLIST;
  }

  @Override
  public Identity read(String name, String content) {
    if (document(name, content).get("version") instanceof String version && !version.isBlank()) {
      return new Identity(version, Digests.ofText(content));
    }
    throw refused(name, "`version` is a text");
  }

  /// For one tier: whether a template can be used does not depend on it.
  @Override
  public void examine(String name, String content) {
    try {
      var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
      provisioning.preview(
          new Provisioning.ChecklistQuery("ENTERPRISE", today, ZoneOffset.UTC.getId(), content));
    } catch (FailureException failed) {
      if (failed.failure().errorType() == ErrorType.VALIDATION) {
        throw refused(name, failed.failure().message());
      }
      throw failed;
    }
  }

  /// The provisioning server brings its own.
  @Override
  public @Nullable String shipped() {
    return null;
  }

  /// The template as it was stored.
  ///
  /// @throws IllegalStateException when there is none by that digest
  String text(String digest) {
    return documents
        .find(DocumentKind.CHECKLIST, digest)
        .orElseThrow(
            () -> new IllegalStateException("No checklist template has the digest " + digest))
        .content();
  }

  private static Map<?, ?> document(String name, String content) {
    try {
      if (new Yaml(new SafeConstructor(new LoaderOptions())).load(content)
          instanceof Map<?, ?> document) {
        return document;
      }
      throw refused(name, "it has `version` and `tasks`");
    } catch (YAMLException unreadable) {
      throw refused(name, String.valueOf(unreadable.getMessage()));
    }
  }

  private static DocumentRefused refused(String name, String why) {
    return new DocumentRefused(List.of(name + ": " + why));
  }
}
