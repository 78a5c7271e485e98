package dev.onboarding.salesforce.org;

import dev.onboarding.connector.BaseAddress;
import dev.onboarding.connector.RequiredCredentials;
import dev.onboarding.connector.UpstreamLimits;
import dev.onboarding.model.secret.Secret;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Where Salesforce is and as whom this server calls it.
///
/// @param baseUrl the org's My Domain, for example `https://acme.my.salesforce.com`; see
///   [BaseAddress#of]
/// @param clientId consumer key of a connected app with the client credentials flow
/// @param instanceHosts hosts beside that of the base URL to which the API may send us
/// @param dailyLimitPause how long nothing is retried after the daily allocation was used up
@Validated
@ConfigurationProperties(prefix = "salesforce.connection", ignoreUnknownFields = false)
record SalesforceProperties(
    @DefaultValue("") String baseUrl,
    @DefaultValue("") String clientId,
    @DefaultValue("") Secret clientSecret,
    @Pattern(regexp = "v\\d{2,3}\\.0") @DefaultValue("v66.0") String apiVersion,
    @DefaultValue List<String> instanceHosts,
    @NotNull @DefaultValue("15m") Duration dailyLimitPause,
    @DefaultValue UpstreamLimits limits) {

  /// The client's credentials, once none of them is missing.
  ClientCredentials client() {
    RequiredCredentials.of("mcp-salesforce")
        .with("SALESFORCE_BASE_URL", baseUrl)
        .with("SALESFORCE_CLIENT_ID", clientId)
        .with("SALESFORCE_CLIENT_SECRET", clientSecret)
        .check();
    return new ClientCredentials(
        BaseAddress.of("SALESFORCE_BASE_URL", baseUrl),
        clientId,
        clientSecret,
        List.copyOf(instanceHosts));
  }
}
