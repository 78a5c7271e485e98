package dev.onboarding.salesforce.org;

import dev.onboarding.connector.Secret;
import java.net.URI;
import java.util.List;

/// Whom this server is to Salesforce, and where the org may send it.
record ClientCredentials(
    URI baseUrl, String clientId, Secret clientSecret, List<String> instanceHosts) {

  URI tokenEndpoint() {
    return URI.create(baseUrl.toString().replaceFirst("/+$", "") + "/services/oauth2/token");
  }

  /// The token goes to the org we asked for it, or to a host that was allowed; never from https to
  /// http.
  boolean mayGoTo(URI instance) {
    if (instance.getHost() == null || !baseUrl.getScheme().equalsIgnoreCase(instance.getScheme())) {
      return false;
    }
    boolean same =
        baseUrl.getHost().equalsIgnoreCase(instance.getHost())
            && baseUrl.getPort() == instance.getPort();
    return same || instanceHosts.stream().anyMatch(instance.getHost()::equalsIgnoreCase);
  }
}
