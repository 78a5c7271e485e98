package dev.onboarding.clm.connection;

import dev.onboarding.connector.RequiredCredentials;
import dev.onboarding.connector.Secret;
import dev.onboarding.connector.UpstreamLimits;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where DocuSign is and for whom this server calls it.
///
/// Addresses are texts, because an empty one must be named as missing rather than refused as none.
///
/// @param authBaseUrl the token host, for example `https://account-d.docusign.com`
/// @param baseUrl the signature API's host, for example `https://demo.docusign.net`
/// @param agreementsBaseUrl the agreements API's host, for example `https://api-d.docusign.com`
/// @param audience what the token host calls itself: a host name without a scheme
/// @param integrationKey the client id of the integration
/// @param userId of the user it acts for
/// @param accountId of the DocuSign account
/// @param privateKeyFile the integration's RSA key as a PEM file
/// @param privateKey the same as text, instead of a file
/// @param agreements whether the agreements API is licensed; without it dates come from envelopes
@ConfigurationProperties(prefix = "docusign", ignoreUnknownFields = false)
record DocuSignProperties(
    @Nullable String authBaseUrl,
    @Nullable String baseUrl,
    @Nullable String agreementsBaseUrl,
    @Nullable String audience,
    @Nullable String integrationKey,
    @Nullable String userId,
    @Nullable String accountId,
    @Nullable String privateKeyFile,
    @Nullable Secret privateKey,
    @DefaultValue("true") boolean agreements,
    @DefaultValue UpstreamLimits limits) {

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
            .with("DOCUSIGN_PRIVATE_KEY_FILE (or DOCUSIGN_PRIVATE_KEY)", anyKey());
    if (agreements) {
      required.with("DOCUSIGN_AGREEMENTS_BASE_URL", agreementsBaseUrl);
    }
    required.check();
  }

  /// Only after [#check].
  DocuSignClient client() {
    return new DocuSignClient(
        URI.create(given(authBaseUrl)),
        given(audience),
        given(integrationKey),
        given(userId),
        agreements
            ? "signature impersonation adm_store_unified_repo_read"
            : "signature impersonation",
        keySource());
  }

  /// Where the envelopes of the account are; only after [#check].
  URI accountUrl() {
    String base = withoutSlash(given(baseUrl)).replaceFirst("/restapi$", "");
    return URI.create(base + "/restapi/v2.1/accounts/" + given(accountId));
  }

  /// Where the agreements of the account are; null when they are switched off.
  @Nullable URI agreementsUrl() {
    return agreements
        ? URI.create(
            withoutSlash(given(agreementsBaseUrl))
                + "/v1/accounts/"
                + given(accountId)
                + "/agreements")
        : null;
  }

  private KeySource keySource() {
    return privateKey == null || privateKey.reveal().isBlank()
        ? KeySource.file("DOCUSIGN_PRIVATE_KEY_FILE", given(privateKeyFile))
        : KeySource.text("DOCUSIGN_PRIVATE_KEY", privateKey);
  }

  private String anyKey() {
    return (privateKey == null ? "" : privateKey.reveal())
        + (privateKeyFile == null ? "" : privateKeyFile);
  }

  private static String withoutSlash(String address) {
    return address.replaceFirst("/+$", "");
  }

  private static <T> T given(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("checked before");
    }
    return value;
  }
}
