package dev.onboarding.salesforce.org;

import dev.onboarding.connector.BaseAddress;
import dev.onboarding.connector.RequiredCredentials;
import dev.onboarding.connector.UpstreamLimits;
import dev.onboarding.connector.quota.AllocationProperties;
import dev.onboarding.model.secret.Secret;
import dev.onboarding.model.secret.SecretSource;
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
/// @param clientSecret goes before its file
/// @param clientSecretFile a file that holds the consumer secret, followed while the server runs
/// @param instanceHosts hosts beside that of the base URL to which the API may send us
/// @param dailyLimitPause how long nothing is retried after the daily allocation was used up
/// @param allocation how much of the daily allocation is kept for people
@Validated
@ConfigurationProperties(prefix = "salesforce.connection", ignoreUnknownFields = false)
record SalesforceProperties(
    @DefaultValue("") String baseUrl,
    @DefaultValue("") String clientId,
    @DefaultValue("") Secret clientSecret,
    @DefaultValue("") String clientSecretFile,
    @Pattern(regexp = "v\\d{2,3}\\.0") @DefaultValue("v66.0") String apiVersion,
    @DefaultValue List<String> instanceHosts,
    @NotNull @DefaultValue("15m") Duration dailyLimitPause,
    @DefaultValue UpstreamLimits limits,
    @DefaultValue AllocationProperties allocation) {

  /// The client's credentials, once none of them is missing.
  ClientCredentials client() {
    var secret = new SecretSource("SALESFORCE_CLIENT_SECRET", clientSecret, clientSecretFile);
    RequiredCredentials.of("mcp-salesforce")
        .with("SALESFORCE_BASE_URL", baseUrl)
        .with("SALESFORCE_CLIENT_ID", clientId)
        .with(secret)
        .check();
    return new ClientCredentials(
        BaseAddress.of("SALESFORCE_BASE_URL", baseUrl),
        clientId,
        secret,
        List.copyOf(instanceHosts));
  }
}
