package dev.onboarding.coordinator.govern;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a person decided about which document counts.
///
/// @param digest what counts from then on, for real or in the shadow; null for none
/// @param from what did before; null for none
public record DocumentAct(
    long number,
    DocumentKind kind,
    Act act,
    @Nullable String digest,
    @Nullable String from,
    String person,
    String reason,
    Instant at) {

  /// The kinds of act; the first two say what is in force, the others what runs in its shadow.
  public enum Act {
    ACTIVATE,
    RETURN,
    SHADOW,
    END_SHADOW
  }
}
