package dev.onboarding.coordinator.pipeline;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How long runs wait for whom, and how often they look meanwhile.
///
/// @param approvalExpiry after which an unanswered escalation ends
/// @param reminders when people are reminded of an unanswered one, counted from the question
/// @param factExpiry after which a blocked run ends
/// @param look how often a waiting run reads the systems again by itself
/// @param evidenceAge how old evidence may be when an approval counts or a tenant is made; older is
///   read again and compared
/// @param upstreamPatience how long a run blocked only by outages tries again by itself
/// @param upstreamDelay before the first of these tries; doubled for each further one
/// @param maxUpstreamDelay the longest of these delays
/// @param serverPatience how long a server of ours may be away before that is a finding
@Validated
@ConfigurationProperties(prefix = "onboarding.waiting", ignoreUnknownFields = false)
public record WaitingSettings(
    @NotNull @DefaultValue("30d") Duration approvalExpiry,
    @DefaultValue({"1d", "3d", "7d", "14d", "21d", "28d"}) List<Duration> reminders,
    @NotNull @DefaultValue("90d") Duration factExpiry,
    @NotNull @DefaultValue("12h") Duration look,
    @NotNull @DefaultValue("15m") Duration evidenceAge,
    @NotNull @DefaultValue("24h") Duration upstreamPatience,
    @NotNull @DefaultValue("30s") Duration upstreamDelay,
    @NotNull @DefaultValue("15m") Duration maxUpstreamDelay,
    @NotNull @DefaultValue("2m") Duration serverPatience) {

  public WaitingSettings {
    reminders = reminders.stream().sorted().toList();
    if (!reminders.isEmpty() && reminders.getLast().compareTo(approvalExpiry) >= 0) {
      throw new IllegalArgumentException(
          "The reminder after %s comes no earlier than the expiry after %s: shorten it, or set onboarding.waiting.approval-expiry higher"
              .formatted(reminders.getLast(), approvalExpiry));
    }
  }
}
