package dev.onboarding.provisioning.credentials;

import static dev.onboarding.provisioning.support.StubBroker.API_KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.edge.EdgeJson;
import dev.onboarding.model.secret.Secret;
import dev.onboarding.provisioning.broker.TestBroker;
import dev.onboarding.provisioning.decision.DecidedOrder;
import dev.onboarding.provisioning.decision.TestDecisions;
import dev.onboarding.provisioning.support.SigningKey;
import dev.onboarding.provisioning.support.StubBroker;
import dev.onboarding.provisioning.support.TenantRows;
import dev.onboarding.provisioning.support.TestStore;
import dev.onboarding.provisioning.tenant.Tenants;
import dev.onboarding.testkit.SettableClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

/// Credentials are shown once and stand nowhere in clear.
class IssueCredentialsPostgresTests {

  private static final Instant NOW = Instant.parse("2030-05-06T07:08:09Z");

  private final SettableClock clock = SettableClock.at(NOW);
  private final TestStore store = TestStore.empty();
  private final StubBroker stub = StubBroker.started().bindsWithApiKey();
  private final List<Object> events = new ArrayList<>();
  private final SealedCredentials credentials = new SealedCredentials(store.db());
  private final HandOver handOver =
      new HandOver(
          credentials,
          new CredentialProperties(
              new Secret(Base64.getEncoder().encodeToString(new byte[32])),
              "",
              "",
              Duration.ofHours(72),
              Duration.ofMinutes(5)),
          new LinkBase(URI.create("https://start.example/")),
          EdgeJson.mapper(),
          clock);
  private final SigningKey coordinator = SigningKey.generated();
  private final IssueCredentials issuing =
      new IssueCredentials(
          TestDecisions.checkedBy(coordinator, store, clock),
          store.answers(clock),
          new Tenants(store.db()),
          TestBroker.at(stub.baseUrl(), clock),
          handOver,
          events::add,
          clock);
  private final CredentialPage page = new CredentialPage(handOver);
  private final UUID tenant = TenantRows.insert(store, "GROWTH", "ACTIVE");

  @AfterEach
  void stop() {
    stub.close();
  }

  @Test
  void answersWithALinkThatEndsInThreeDays() {
    CredentialLink link = issue(tenant, "k1");

    assertThat(link.oneTimeLink()).asString().startsWith("https://start.example/credentials/");
    assertThat(link.expiresAt()).isEqualTo(NOW.plus(Duration.ofHours(72)));
    assertThat(events).containsExactly(new CredentialsIssued(tenant, NOW));
  }

  @Test
  void keepsNeitherTheApiKeyNorTheTokenInClear() {
    CredentialLink link = issue(tenant, "k1");

    String rows = store.dump("credentials") + store.dump("recorded_answers");
    String hex = HexOf.text(API_KEY);
    assertThat(rows).contains(tenant.toString()).doesNotContain(API_KEY, hex, token(link));
    assertThat(link.toString()).doesNotContain(API_KEY);
  }

  @Test
  void givesTheSameLinkForTheSameKeyAndAsksTheProvisionerOnce() {
    CredentialLink first = issue(tenant, "k1");
    clock.advance(Duration.ofMinutes(1));

    assertThat(issue(tenant, "k1")).isEqualTo(first);
    assertThat(issue(tenant, "k2").oneTimeLink()).isNotEqualTo(first.oneTimeLink());
    assertThat(stub.server().countRequestsMatching(TenantRows.bindings()).getCount()).isEqualTo(2);
  }

  @Test
  void saysTheEndOfTheLinkAsItIsKept() {
    clock.advance(Duration.ofNanos(123_456_789));

    assertThat(issue(tenant, "k1")).isEqualTo(issue(tenant, "k1"));
  }

  @Test
  void leavesWhatWasKeptFirstToBeOpened() {
    UUID binding = UUID.randomUUID();
    var first = handOver.keep(tenant, binding, EdgeJson.mapper().readTree("{\"key\":1}"), NOW);

    var again =
        handOver.keep(
            tenant, binding, EdgeJson.mapper().readTree("{\"key\":2}"), NOW.plusSeconds(60));

    assertThat(again).isEqualTo(first);
    String path = handOver.link(again).getPath();
    assertThat(handOver.open(path.substring(path.lastIndexOf('/') + 1)))
        .contains(Map.of("key", "1"));
  }

  @Test
  void refusesTheKeyOfAnotherTenant() {
    UUID other = TenantRows.insert(store, "001A000001LkPqyIAF", "GROWTH", "ACTIVE");
    String decision = decision("001A000001LkPqyIAF", other);
    issue(tenant, "k1");

    assertThatThrownBy(() -> issuing.issue(other, decision, "k1"))
        .hasMessageContaining("IDEMPOTENCY_KEY_REUSED");
    // A call that was refused has spent nothing.
    assertThat(issuing.issue(other, decision, "k2").tenantId()).isEqualTo(other);
  }

  @Test
  void issuesNothingForATenantThatIsNotActive() {
    store.db().sql("UPDATE provisioning.tenants SET status = 'SUSPENDED'").update();

    assertThatThrownBy(() -> issue(tenant, "k1")).hasMessageContaining("TENANT_NOT_ACTIVE");
    assertThatThrownBy(() -> issue(UUID.randomUUID(), "k2"))
        .hasMessageContaining("TENANT_NOT_FOUND");
  }

  @Test
  void showsThePageAsOftenAsWantedAndTheCredentialsOnce() {
    String token = token(issue(tenant, "k1"));

    assertThat(page.ask(token).getBody()).contains("<button").doesNotContain("key-4f1c");
    assertThat(page.ask(token).getStatusCode()).isEqualTo(HttpStatus.OK);

    var shown = page.show(token);
    assertThat(shown.getBody())
        .contains("<code>key-4f1c&lt;&amp;&gt;that-nobody-may-see</code>")
        .contains("api_key", "{&quot;rate&quot;:5}");

    assertThat(page.show(token).getStatusCode()).isEqualTo(HttpStatus.GONE);
    assertThat(page.ask(token).getStatusCode()).isEqualTo(HttpStatus.GONE);
    assertThat(store.dump("credentials")).contains("\"sealed\":null");
    assertThat(page.ask("unknown").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
  }

  @Test
  void showsThemToOneOfManyWhoPressAtOnce() {
    String token = token(issue(tenant, "k1"));

    List<Optional<Map<String, String>>> opened;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      opened =
          IntStream.range(0, 10)
              .mapToObj(n -> CompletableFuture.supplyAsync(() -> handOver.open(token), threads))
              .toList()
              .stream()
              .map(CompletableFuture::join)
              .toList();
    }

    assertThat(opened.stream().filter(Optional::isPresent)).hasSize(1);
  }

  @Test
  void destroysWhatNobodyOpenedInTime() {
    String token = token(issue(tenant, "k1"));

    clock.advance(Duration.ofHours(72));
    assertThat(page.ask(token).getStatusCode()).isEqualTo(HttpStatus.GONE);
    assertThat(handOver.open(token)).isEmpty();

    credentials.forgetExpired(clock.instant());
    assertThat(
            store
                .db()
                .sql("SELECT count(*) FROM provisioning.credentials WHERE sealed IS NOT NULL")
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void givesNoLinkToWhoOnlyKnowsTheKey() {
    issue(tenant, "k1");
    UUID other = TenantRows.insert(store, "001A000001LkPqyIAF", "GROWTH", "ACTIVE");
    String foreign = decision("001A000001LkPqyIAF", tenant);
    String otherTenant = decision(TenantRows.ACCOUNT, other);
    String creation =
        coordinator.proceed(
            DecidedOrder.creation(TenantRows.ACCOUNT, "GROWTH", "production"), clock.instant());

    assertThatThrownBy(() -> issuing.issue(tenant, null, "k1"))
        .hasMessageContaining("DECISION_REQUIRED");
    assertThatThrownBy(() -> issuing.issue(tenant, foreign, "k1"))
        .hasMessageContaining("DECISION_FOREIGN_ACCOUNT");
    assertThatThrownBy(() -> issuing.issue(tenant, otherTenant, "k1"))
        .hasMessageContaining("DECISION_FOR_ANOTHER_ORDER");
    assertThatThrownBy(() -> issuing.issue(tenant, creation, "k1"))
        .hasMessageContaining("DECISION_FOR_ANOTHER_ORDER");
  }

  @Test
  void takesADecisionForOneSetOfCredentials() {
    String decision = decision(TenantRows.ACCOUNT, tenant);
    CredentialLink first = issuing.issue(tenant, decision, "k1");

    assertThat(issuing.issue(tenant, decision, "k1")).isEqualTo(first);
    assertThatThrownBy(() -> issuing.issue(tenant, decision, "k2"))
        .hasMessageContaining("DECISION_FOR_ANOTHER_ORDER");
    assertThat(stub.server().countRequestsMatching(TenantRows.bindings()).getCount()).isEqualTo(1);
  }

  private CredentialLink issue(UUID tenantId, String key) {
    return issuing.issue(tenantId, decision(TenantRows.ACCOUNT, tenantId), key);
  }

  private String decision(String account, UUID tenantId) {
    return coordinator.proceed(DecidedOrder.credentials(account, tenantId), clock.instant());
  }

  private static String token(CredentialLink link) {
    String path = link.oneTimeLink().getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /// How a text would look in a dump of bytes.
  private static final class HexOf {
    static String text(String text) {
      return java.util.HexFormat.of()
          .formatHex(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
  }
}
