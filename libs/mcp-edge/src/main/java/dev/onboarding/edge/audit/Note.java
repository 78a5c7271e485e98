package dev.onboarding.edge.audit;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Something other than a call of a tool that must be accounted for.
///
/// @param act what was done, in the place of a tool's name
/// @param by who did it, as far as that is known
/// @param run whose it was; null when it was none's alone
/// @param details what it was done with; names no person
public record Note(
    Kind kind, String act, @Nullable String by, @Nullable String run, Map<String, Object> details) {

  /// What kind of entry it becomes.
  public enum Kind {
    /// Somebody read the trail.
    READ("read"),
    /// Entries were removed because their time was over.
    REMOVAL("removal"),
    /// Keys of personal values were destroyed.
    ERASURE("erasure");

    private final String wire;

    Kind(String wire) {
      this.wire = wire;
    }

    @Override
    public String toString() {
      return wire;
    }
  }

  public Note {
    details = Map.copyOf(details);
  }
}
