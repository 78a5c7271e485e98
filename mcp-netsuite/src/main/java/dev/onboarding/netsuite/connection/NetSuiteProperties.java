package dev.onboarding.netsuite.connection;

import dev.onboarding.connector.RequiredCredentials;
import dev.onboarding.connector.Secret;
import dev.onboarding.connector.UpstreamLimits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Where NetSuite is and as whom this server calls it.
///
/// Addresses are texts, because an empty one must be named as missing rather than refused as none.
///
/// @param baseUrl for example `https://123456-sb1.suitetalk.api.netsuite.com`
/// @param clientId of the integration record
/// @param certificateId of the certificate mapped to the integration, its role and user
/// @param privateKeyFile the certificate's private key as a PEM file (PKCS#8)
/// @param privateKey the same as text, instead of a file
/// @param pageSize rows asked for at once
/// @param limits permits are calls that may run at once: NetSuite counts those of all integrations
@Validated
@ConfigurationProperties(prefix = "netsuite.connection", ignoreUnknownFields = false)
record NetSuiteProperties(
    @Nullable String baseUrl,
    @Nullable String clientId,
    @Nullable String certificateId,
    @Nullable String privateKeyFile,
    @Nullable Secret privateKey,
    @Min(1) @Max(1000) @DefaultValue("1000") int pageSize,
    @DefaultValue UpstreamLimits limits) {

  /// The address, the client and its certificate, once none of them is missing.
  NetSuiteClient client() {
    RequiredCredentials.of("mcp-netsuite")
        .with("NETSUITE_BASE_URL", baseUrl)
        .with("NETSUITE_CLIENT_ID", clientId)
        .with("NETSUITE_CERTIFICATE_ID", certificateId)
        .with(
            "NETSUITE_PRIVATE_KEY_FILE (or NETSUITE_PRIVATE_KEY)",
            privateKey == null ? privateKeyFile : privateKey.reveal() + nothing(privateKeyFile))
        .check();
    return new NetSuiteClient(
        URI.create(required(baseUrl)), required(clientId), required(certificateId), keySource());
  }

  private KeySource keySource() {
    return privateKey == null || privateKey.reveal().isBlank()
        ? KeySource.file("NETSUITE_PRIVATE_KEY_FILE", nothing(privateKeyFile))
        : KeySource.text("NETSUITE_PRIVATE_KEY", privateKey);
  }

  private static String nothing(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static <T> T required(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("checked before");
    }
    return value;
  }
}
