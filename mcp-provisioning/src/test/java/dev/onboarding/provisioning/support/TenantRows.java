package dev.onboarding.provisioning.support;

import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.matching.RequestPattern;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Tenants that exist already.
public final class TenantRows {

  public static final String ACCOUNT = "001A000001LkPqzIAF";
  public static final OffsetDateTime ACTIVATED = OffsetDateTime.parse("2030-05-01T00:00:00Z");

  private TenantRows() {}

  public static UUID insert(TestStore store, String tier, String status) {
    return insert(store, ACCOUNT, tier, status);
  }

  public static UUID insert(TestStore store, String account, String tier, String status) {
    return insert(store.db(), account, tier, status);
  }

  public static UUID insert(JdbcClient db, String account, String tier, String status) {
    UUID id = UUID.randomUUID();
    db.sql(
            """
            INSERT INTO provisioning.tenants
              (tenant_id, environment, account_id, account_name, tier, status, decision_run,
               decision_digest, created_at, activated_at, updated_at)
            VALUES (:id, 'production', :account, 'Acme', :tier, :status, 'run', 'digest', :at,
                    CASE WHEN :status = 'ACTIVE' THEN :at END, :at)
            """)
        .param("id", id)
        .param("account", account)
        .param("tier", tier)
        .param("status", status)
        .param("at", ACTIVATED)
        .update();
    return id;
  }

  public static RequestPattern bindings() {
    return putRequestedFor(urlPathMatching(".*/service_bindings/.*")).build();
  }
}
