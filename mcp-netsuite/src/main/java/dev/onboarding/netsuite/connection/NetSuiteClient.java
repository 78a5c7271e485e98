package dev.onboarding.netsuite.connection;

import dev.onboarding.connector.BaseAddress;
import dev.onboarding.connector.KeySource;
import java.net.URI;

/// Who calls, and where NetSuite is.
record NetSuiteClient(BaseAddress base, String clientId, String certificateId, KeySource key) {

  URI tokenUrl() {
    return base.at("/services/rest/auth/oauth2/v1/token");
  }
}
