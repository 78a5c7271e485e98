package dev.onboarding.netsuite.connection;

import dev.onboarding.connector.BaseAddress;
import dev.onboarding.connector.KeySource;
import dev.onboarding.connector.RequiredCredentials;
import dev.onboarding.connector.UpstreamLimits;
import dev.onboarding.connector.quota.PoolProperties;
import dev.onboarding.model.secret.Secret;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Where NetSuite is and as whom this server calls it.
///
/// @param baseUrl for example `https://123456-sb1.suitetalk.api.netsuite.com`; see [BaseAddress#of]
/// @param clientId of the integration record
/// @param certificateId of the certificate mapped to the integration, its role and user
/// @param privateKeyFile the certificate's private key as a PEM file
/// @param privateKey the same as text; goes before the file
/// @param pageSize rows asked for at once
/// @param limits permits are calls that may run at once, of all nodes together: NetSuite counts
///   those of all integrations
/// @param pool how the permits are shared
@Validated
@ConfigurationProperties(prefix = "netsuite.connection", ignoreUnknownFields = false)
record NetSuiteProperties(
    @DefaultValue("") String baseUrl,
    @DefaultValue("") String clientId,
    @DefaultValue("") String certificateId,
    @DefaultValue("") String privateKeyFile,
    @DefaultValue("") Secret privateKey,
    @Min(1) @Max(1000) @DefaultValue("1000") int pageSize,
    @DefaultValue UpstreamLimits limits,
    @DefaultValue PoolProperties pool) {

  /// The address, the client and its certificate, once none of them is missing.
  NetSuiteClient client() {
    var key = new KeySource("NetSuite", "NETSUITE_PRIVATE_KEY", privateKey, privateKeyFile);
    RequiredCredentials.of("mcp-netsuite")
        .with("NETSUITE_BASE_URL", baseUrl)
        .with("NETSUITE_CLIENT_ID", clientId)
        .with("NETSUITE_CERTIFICATE_ID", certificateId)
        .with(key)
        .check();
    return new NetSuiteClient(
        BaseAddress.of("NETSUITE_BASE_URL", baseUrl), clientId, certificateId, key);
  }
}
