package dev.onboarding.coordinator.rule;

import dev.onboarding.model.finding.Domain;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What together would let the decision be PROCEED, found by judging again with changed facts;
/// without any one of the changes it would not be.
///
/// @param sentence for example `PROCEED if invoice INV-203 has remaining 0 instead of 900000.`
/// @param provisional whether domains must be read first about which nothing is known
public record WayOut(String sentence, boolean provisional, List<Change> changes) {

  public WayOut {
    changes = List.copyOf(changes);
  }

  /// One fact that would have to be another.
  ///
  /// @param about which record, for example `invoice INV-203`
  /// @param fact as in the fact catalogue; null when the whole domain must be read
  /// @param now null when it is absent
  /// @param then null when it would be absent
  /// @param clears the rows that would be silent
  /// @param remedies what these rows say is to be done
  public record Change(
      Domain domain,
      String about,
      @Nullable String fact,
      @Nullable String now,
      @Nullable String then,
      List<String> clears,
      List<String> remedies) {

    public Change {
      clears = List.copyOf(clears);
      remedies = List.copyOf(remedies);
    }
  }
}
