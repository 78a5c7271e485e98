package dev.onboarding.clm.connection;

import dev.onboarding.connector.BaseAddress;
import dev.onboarding.connector.KeySource;
import dev.onboarding.connector.RequiredCredentials;
import dev.onboarding.connector.UpstreamLimits;
import dev.onboarding.connector.quota.RateProperties;
import dev.onboarding.model.secret.Secret;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where DocuSign is and for whom this server calls it.
///
/// @param authBaseUrl the token host, for example `https://account-d.docusign.com`; see
///   [BaseAddress#of]
/// @param baseUrl the signature API's host, for example `https://demo.docusign.net`
/// @param agreementsBaseUrl the agreements API's host, for example `https://api-d.docusign.com`
/// @param audience what the token host calls itself: a host name without a scheme
/// @param integrationKey the client id of the integration
/// @param userId of the user it acts for
/// @param accountId of the DocuSign account
/// @param privateKeyFile the integration's RSA key as a PEM file
/// @param privateKey the same as text; goes before the file
/// @param agreements whether the agreements API is licensed; without it dates come from envelopes
/// @param rates how often all nodes together may call
@ConfigurationProperties(prefix = "docusign", ignoreUnknownFields = false)
record DocuSignProperties(
    @DefaultValue("") String authBaseUrl,
    @DefaultValue("") String baseUrl,
    @DefaultValue("") String agreementsBaseUrl,
    @DefaultValue("") String audience,
    @DefaultValue("") String integrationKey,
    @DefaultValue("") String userId,
    @DefaultValue("") String accountId,
    @DefaultValue("") String privateKeyFile,
    @DefaultValue("") Secret privateKey,
    @DefaultValue("true") boolean agreements,
    @DefaultValue UpstreamLimits limits,
    @DefaultValue RateProperties rates) {

  /// @throws dev.onboarding.connector.MissingCredentialsException naming all that is missing
  void check() {
    RequiredCredentials required =
        RequiredCredentials.of("mcp-clm")
            .with("DOCUSIGN_AUTH_BASE_URL", authBaseUrl)
            .with("DOCUSIGN_BASE_URL", baseUrl)
            .with("DOCUSIGN_AUDIENCE", audience)
            .with("DOCUSIGN_INTEGRATION_KEY", integrationKey)
            .with("DOCUSIGN_USER_ID", userId)
            .with("DOCUSIGN_ACCOUNT_ID", accountId)
            .with(key());
    if (agreements) {
      required.with("DOCUSIGN_AGREEMENTS_BASE_URL", agreementsBaseUrl);
    }
    required.check();
  }

  /// Only after [#check].
  DocuSignClient client() {
    return new DocuSignClient(
        BaseAddress.of("DOCUSIGN_AUTH_BASE_URL", authBaseUrl),
        audience,
        integrationKey,
        userId,
        agreements
            ? "signature impersonation adm_store_unified_repo_read"
            : "signature impersonation",
        key());
  }

  /// Where the envelopes of the account are, with or without the API's path in the setting; only
  /// after [#check].
  URI accountUrl() {
    String host = BaseAddress.of("DOCUSIGN_BASE_URL", baseUrl).toString();
    return URI.create(host.replaceFirst("/restapi$", "") + "/restapi/v2.1/accounts/" + accountId);
  }

  /// Where the agreements of the account are; null when they are switched off.
  @Nullable URI agreementsUrl() {
    return agreements
        ? BaseAddress.of("DOCUSIGN_AGREEMENTS_BASE_URL", agreementsBaseUrl)
            .at("/v1/accounts/" + accountId + "/agreements")
        : null;
  }

  private KeySource key() {
    return new KeySource("DocuSign", "DOCUSIGN_PRIVATE_KEY", privateKey, privateKeyFile);
  }
}
