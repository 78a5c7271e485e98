package dev.onboarding.coordinator.evidence;

import dev.onboarding.edge.EdgeJson;
import dev.onboarding.edge.audit.CheckpointKey;
import dev.onboarding.edge.audit.StoredEntry;
import dev.onboarding.edge.auditor.CheckRunTrail;
import dev.onboarding.edge.auditor.RunTrail.Told;
import dev.onboarding.edge.auditor.RunTrail.Way;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Checks the audit entries of a bundle: that each stands in its server's chain as it is told.
final class BundledTrail {

  private BundledTrail() {}

  /// @param ways empty in a bundle from before the chains, of which nothing is checked
  static List<String> problems(
      Optional<String> entries, Optional<String> ways, Collection<CheckpointKey> keys) {
    if (ways.isEmpty()) {
      return List.of();
    }
    try {
      return CheckRunTrail.problems(
          new Told(
              entries.orElse("").lines().map(StoredEntry::read).toList(),
              ways.get()
                  .lines()
                  .map(line -> EdgeJson.mapper().readValue(line, Way.class))
                  .toList()),
          keys);
    } catch (RuntimeException unreadable) {
      return List.of("%s or %s cannot be read".formatted(Bundle.AUDIT, Bundle.WAYS));
    }
  }
}
