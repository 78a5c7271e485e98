package dev.onboarding.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.onboarding.provisioning.support.TenantRows;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What the running server does about one-time links by itself, and when something is wrong.
class CredentialPageContractTests {

  private static ProvisioningServer server;
  private static UUID tenant;

  @BeforeAll
  static void start() {
    server = new ProvisioningServer(URI.create("http://127.0.0.1:9/nobody"), "me", "secret");
    tenant = TenantRows.insert(server.database(), TenantRows.ACCOUNT, "GROWTH", "ACTIVE");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void destroysExpiredCredentialsWithoutACall() throws Exception {
    server
        .database()
        .sql(
            """
            INSERT INTO provisioning.credentials
            VALUES (gen_random_uuid(), :tenant, 'old', '\\x01', now() - interval '2h',
                    now() - interval '1h')
            """)
        .param("tenant", tenant)
        .update();

    await()
        .untilAsserted(() ->
            assertThat(
                    server
                        .database()
                        .sql(
                            """
                            SELECT sealed IS NULL FROM provisioning.credentials
                             WHERE token_hash = 'old'
                            """)
                        .query(Boolean.class)
                        .single())
                .isTrue());
  }

  @Test
  void guardsWhatItAnswersUnderALinkEvenWhenThatIsAnError() throws Exception {
    server
        .database()
        .sql(
            """
            INSERT INTO provisioning.credentials
            VALUES (gen_random_uuid(), :tenant, encode(sha256('t0ken'), 'hex'),
                    decode(repeat('00', 40), 'hex'), now(), now() + interval '1h')
            """)
        .param("tenant", tenant)
        .update();

    GuardedPage.checked(server.browse("GET", "/credentials/nonsense"), 404);
    GuardedPage.checked(server.browse("GET", "/credentials/nonsense/more"), 404);
    GuardedPage.checked(server.browse("PUT", "/credentials/nonsense"), 405);
    GuardedPage.checked(server.browse("POST", "/credentials/t0ken"), 500);
  }
}
