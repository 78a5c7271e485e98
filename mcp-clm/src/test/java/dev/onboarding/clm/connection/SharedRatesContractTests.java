package dev.onboarding.clm.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.onboarding.clm.TestConnector;
import dev.onboarding.clm.docusign.Envelopes;
import dev.onboarding.connector.quota.QuotaSchema;
import dev.onboarding.connector.quota.SharedQuotas;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.FailureException;
import dev.onboarding.sandbox.Sandbox;
import dev.onboarding.testkit.SettableClock;
import dev.onboarding.testkit.TestPostgres;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// Two nodes of this server and one DocuSign account that allows few calls an hour.
class SharedRatesContractTests {

  private static final int ALLOWED = 5;

  /// Stands still, so that no hour ends while a test runs.
  private final SettableClock clock = SettableClock.at(Clock.systemUTC().instant());

  private final Sandbox sandbox =
      Sandbox.start(clock, 0, 0, "sandbox.docusign.hourly-limit=" + ALLOWED);
  private final DataSource database = TestPostgres.dataSource();
  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void stop() throws Exception {
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
    sandbox.close();
  }

  @Test
  void refuseWhatDocuSignWouldRefuseAndSayWhenToComeAgain() throws Exception {
    QuotaSchema.migrate(database);
    Envelopes first = node("first");
    Envelopes second = node("second");

    int answered = 0;
    FailureException refused = null;
    for (int i = 0; i < 4 * ALLOWED && refused == null; i++) {
      Envelopes node = i % 2 == 0 ? first : second;
      refused = catchThrowableOfType(FailureException.class, () -> node.byId(anyId()));
      answered += refused == null ? 1 : 0;
    }

    assertThat(answered).isLessThanOrEqualTo(ALLOWED).isPositive();
    assertThat(refused).isNotNull();
    assertThat(refused.failure().errorType()).isEqualTo(ErrorType.RATE_LIMIT);
    assertThat(refused.failure().retryAfter()).isBetween(1L, 3_600L);
    // None of the calls that DocuSign counted was one that it had to refuse.
    var counts = JsonMapper.shared().readTree(ask("GET", "/inspect/docusign/counts", ""));
    assertThat(counts.path("api_calls").asInt()).isEqualTo(answered);
  }

  private static String anyId() {
    return UUID.randomUUID().toString();
  }

  private Envelopes node(String name) throws Exception {
    var quotas = new SharedQuotas(database, name, clock, new SimpleMeterRegistry());
    open.add(quotas);
    String docuSign = sandbox.baseUrl() + "/docusign";
    TestConnector connector =
        TestConnector.to(
            quotas,
            docuSign,
            "docusign.integration-key",
            "sandbox-docusign",
            "docusign.user-id",
            "11111111-1111-4111-8111-111111111111",
            "docusign.account-id",
            "22222222-2222-4222-8222-222222222222",
            "docusign.private-key",
            ask("GET", "/keys/docusign", ""),
            "docusign.rates.hourly",
            String.valueOf(ALLOWED));
    open.add(connector);
    return connector.get(Envelopes.class);
  }

  private String ask(String method, String path, String body) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path))
              .method(method, BodyPublishers.ofString(body))
              .build();
      return http.send(request, BodyHandlers.ofString()).body();
    }
  }
}
