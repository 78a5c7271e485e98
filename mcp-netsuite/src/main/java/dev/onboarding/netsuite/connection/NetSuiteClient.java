package dev.onboarding.netsuite.connection;

import java.net.URI;

/// Who calls, and where NetSuite is.
record NetSuiteClient(URI baseUrl, String clientId, String certificateId, KeySource key) {

  URI tokenUrl() {
    return URI.create(
        baseUrl.toString().replaceFirst("/+$", "") + "/services/rest/auth/oauth2/v1/token");
  }
}
