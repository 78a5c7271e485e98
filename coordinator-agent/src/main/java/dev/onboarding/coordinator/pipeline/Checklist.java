package dev.onboarding.coordinator.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The customer's onboarding tasks.
///
/// @param templateVersion of the template they were made from; null when the server did not say
/// @param templateDigest SHA-256 of the template that people put in force; null for the server's
///   own
/// @param shadow what the template in the shadow would have made; null for none
public record Checklist(
    List<ChecklistTask> tasks,
    @Nullable String templateVersion,
    @Nullable String templateDigest,
    @Nullable ShadowChecklist shadow) {

  public Checklist(
      @Nullable List<ChecklistTask> tasks,
      @Nullable String templateVersion,
      @Nullable String templateDigest,
      @Nullable ShadowChecklist shadow) {
    this.tasks = tasks == null ? List.of() : List.copyOf(tasks);
    this.templateVersion = templateVersion;
    this.templateDigest = templateDigest;
    this.shadow = shadow;
  }

  Checklist madeFrom(@Nullable String digest, @Nullable ShadowChecklist beside) {
    return new Checklist(tasks, templateVersion, digest, beside);
  }
}
