package dev.onboarding.coordinator.replay;

import dev.onboarding.coordinator.ledger.EntryKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What an entry is about, as its own row says it.
///
/// @param at when the row says it was recorded; null where the value itself says it
/// @param value null when it was removed
public record Content(
    EntryKind kind, int attempt, String name, @Nullable Instant at, @Nullable JsonNode value) {}
