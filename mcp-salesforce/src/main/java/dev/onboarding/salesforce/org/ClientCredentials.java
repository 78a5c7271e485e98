package dev.onboarding.salesforce.org;

import dev.onboarding.connector.BaseAddress;
import dev.onboarding.model.secret.SecretSource;
import java.net.URI;
import java.util.List;

/// Whom this server is to Salesforce, and where the org may send it.
record ClientCredentials(
    BaseAddress base, String clientId, SecretSource clientSecret, List<String> instanceHosts) {

  URI tokenEndpoint() {
    return base.at("/services/oauth2/token");
  }

  /// The token goes to the org we asked for it, or to a host that was allowed; never from https to
  /// http.
  boolean mayGoTo(URI instance) {
    URI org = base.uri();
    if (instance.getHost() == null || !org.getScheme().equalsIgnoreCase(instance.getScheme())) {
      return false;
    }
    boolean same =
        org.getHost().equalsIgnoreCase(instance.getHost()) && org.getPort() == instance.getPort();
    return same || instanceHosts.stream().anyMatch(instance.getHost()::equalsIgnoreCase);
  }
}
