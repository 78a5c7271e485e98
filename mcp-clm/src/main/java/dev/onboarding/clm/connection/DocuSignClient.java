package dev.onboarding.clm.connection;

import dev.onboarding.connector.BaseAddress;
import dev.onboarding.connector.KeySource;
import java.net.URI;

/// Which integration acts for which user, and where it proves that.
///
/// @param authBase for example `https://account-d.docusign.com`
/// @param audience the token host's name alone, whatever address it is reached at
/// @param scopes separated by blanks
record DocuSignClient(
    BaseAddress authBase,
    String audience,
    String integrationKey,
    String userId,
    String scopes,
    KeySource key) {

  URI tokenUrl() {
    return authBase.at("/oauth/token");
  }
}
