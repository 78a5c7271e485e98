package dev.onboarding.coordinator.pipeline;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// What is particular to the company that onboards.
///
/// @param zone calendar days count here when the account names no zone
/// @param environment where tenants live; together with the account it makes the tenant's id
/// @param publicUrl under which people reach this coordinator
/// @param trainingUrl what customers are sent to learn with
/// @param tenantPoll how often a tenant that is being made is looked at
/// @param tenantPatience how long it may take before a person must look
/// @param tiers from which amount on a deal is of which tier, by currency; used when the deal names
///   no tier itself
@Validated
@ConfigurationProperties(prefix = "onboarding.company", ignoreUnknownFields = false)
public record CompanySettings(
    @NotNull @DefaultValue("America/New_York") ZoneId zone,
    @NotBlank @DefaultValue("production") String environment,
    @NotNull @DefaultValue("http://127.0.0.1:8080") URI publicUrl,
    @NotNull @DefaultValue("https://training.example.com/start") URI trainingUrl,
    @NotNull @DefaultValue("5s") Duration tenantPoll,
    @NotNull @DefaultValue("24h") Duration tenantPatience,
    @DefaultValue Map<String, TierThresholds> tiers) {

  /// The least amounts of the upper two tiers; everything below is Starter.
  public record TierThresholds(@NotNull BigDecimal enterprise, @NotNull BigDecimal growth) {}

  public CompanySettings {
    tiers = Map.copyOf(tiers);
  }
}
