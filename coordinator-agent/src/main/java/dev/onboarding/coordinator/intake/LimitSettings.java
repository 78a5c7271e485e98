package dev.onboarding.coordinator.intake;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How much may come in. An event that is known already is answered whatever the limits say.
///
/// @param perSecond new runs that one source may open per second, on this node
/// @param burst how many of them at once after a silence
/// @param sources other limits for some sources, by name; people on this machine are `api`,
///   assistants `assistant`
/// @param queueBound how many runs of webhooks and people may wait to begin, on all nodes together
/// @param storePatience how long a sender is kept waiting for our own store
@Validated
@ConfigurationProperties(prefix = "onboarding.intake-limits", ignoreUnknownFields = false)
public record LimitSettings(
    @Min(1) @DefaultValue("200") int perSecond,
    @Min(1) @DefaultValue("5000") int burst,
    @DefaultValue Map<String, @Valid Rate> sources,
    @Min(1) @DefaultValue("10000") int queueBound,
    @NotNull @DefaultValue("3s") Duration storePatience) {

  public LimitSettings {
    sources = Map.copyOf(sources);
  }

  Rate of(String source) {
    return sources.getOrDefault(source, new Rate(perSecond, burst));
  }

  /// The limit of one source.
  record Rate(@Min(1) int perSecond, @Min(1) int burst) {}
}
