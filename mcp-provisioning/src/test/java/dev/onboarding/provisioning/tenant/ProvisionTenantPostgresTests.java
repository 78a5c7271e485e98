package dev.onboarding.provisioning.tenant;

import static dev.onboarding.provisioning.support.StubBroker.json;
import static dev.onboarding.provisioning.tenant.TenantFixture.ACCOUNT;
import static dev.onboarding.provisioning.tenant.TenantFixture.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An account gets one tenant, however often and by however many it is asked for.
class ProvisionTenantPostgresTests {

  private final TenantFixture fixture = new TenantFixture();

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void makesATenantInItsTier() {
    fixture.stub.provisionsAtOnce();

    TenantRecord tenant = fixture.create("ENTERPRISE", "k1");

    assertThat(tenant)
        .isEqualTo(
            new TenantRecord(
                TenantIdentity.ofTenant("production", ACCOUNT),
                ACCOUNT,
                ServiceTier.ENTERPRISE,
                TenantStatus.ACTIVE,
                "https://acme.example/login",
                fixture.clock.instant(),
                ServiceTier.ENTERPRISE.entitlements(),
                null));
    assertThat(fixture.events)
        .containsExactly(new TenantActivated(tenant.tenantId(), fixture.clock.instant()));
  }

  @Test
  void takesTheShortFormOfAnAccountIdForTheLongOne() {
    fixture.stub.provisionsAtOnce();
    TenantRecord tenant = fixture.create("GROWTH", "k1");

    TenantRecord read = fixture.tools.get(null, ACCOUNT.substring(0, 15));

    assertThat(read).isEqualTo(tenant);
  }

  @Test
  void makesOneTenantWhenTwentyThreadsAskAtOnce() throws Exception {
    fixture.stub.onPut(
        json(201, "{\"dashboard_url\":\"https://acme.example/login\"}").withFixedDelay(200));
    var start = new CountDownLatch(1);
    List<TenantRecord> answers;
    try (var threads = Executors.newFixedThreadPool(20)) {
      List<Future<TenantRecord>> asked =
          IntStream.range(0, 20)
              .mapToObj(n ->
                  threads.submit(
                      (Callable<TenantRecord>)
                          () -> {
                            start.await();
                            return fixture.create("GROWTH", "key-" + n);
                          }))
              .toList();
      start.countDown();
      answers = asked.stream().map(ProvisionTenantPostgresTests::ended).toList();
    }

    assertThat(answers)
        .extracting(TenantRecord::tenantId)
        .hasSize(20)
        .containsOnly(answers.getFirst().tenantId());
    assertThat(answers).extracting(TenantRecord::status).containsOnly(TenantStatus.ACTIVE);
    assertThat(fixture.store.count("tenants")).isEqualTo(1);
    assertThat(fixture.stub.puts()).isEqualTo(1);
    assertThat(fixture.read(answers.getFirst().tenantId()).status()).isEqualTo(TenantStatus.ACTIVE);
  }

  @Test
  void givesARepeatedKeyItsRecordedAnswer() {
    fixture.stub.provisionsAtOnce();
    TenantRecord first = fixture.create("GROWTH", "k1");

    fixture.clock.advance(Duration.ofHours(1));
    TenantRecord again = fixture.create("GROWTH", "k1");

    assertThat(again).isEqualTo(first);
    assertThat(fixture.stub.puts()).isEqualTo(1);
  }

  @Test
  void refusesAKeyThatWasUsedForSomethingElse() {
    fixture.stub.provisionsAtOnce();
    fixture.create("GROWTH", "k1");

    assertThat(failure(() -> fixture.create("STARTER", "k1")).errorCode())
        .isEqualTo("IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void answersANewKeyWithTheTenantThatExists() {
    fixture.stub.provisionsAtOnce();

    assertThat(fixture.create("GROWTH", "k2")).isEqualTo(fixture.create("GROWTH", "k1"));
    assertThat(fixture.stub.puts()).isEqualTo(1);
  }

  @Test
  void refusesToChangeTheTier() {
    fixture.stub.provisionsAtOnce();
    fixture.create("GROWTH", "k1");

    Failure refused = failure(() -> fixture.create("ENTERPRISE", "k2"));

    assertThat(refused.errorCode()).isEqualTo("TIER_CHANGE_UNSUPPORTED");
    assertThat(refused.message()).contains("GROWTH", "ENTERPRISE");
    // A call that was refused has taken no key.
    assertThat(fixture.create("GROWTH", "k2").tier()).isEqualTo(ServiceTier.GROWTH);
  }

  @Test
  void followsAProvisionerThatTakesItsTime() {
    fixture.stub.provisionsLater().lastOperation("in progress");
    TenantRecord begun = fixture.create("STARTER", "k1");
    assertThat(begun.status()).isEqualTo(TenantStatus.PROVISIONING);
    assertThat(fixture.read(begun.tenantId()).status()).isEqualTo(TenantStatus.PROVISIONING);
    assertThat(fixture.events).isEmpty();

    fixture
        .stub
        .lastOperation("succeeded")
        .onGet(json(200, "{\"dashboard_url\":\"https://late.example\"}"));
    TenantRecord done = fixture.read(begun.tenantId());

    assertThat(done.status()).isEqualTo(TenantStatus.ACTIVE);
    assertThat(done.loginUrl()).isEqualTo("https://late.example");
    assertThat(fixture.events).hasSize(1);
    assertThat(fixture.create("STARTER", "k1")).isEqualTo(done);
    assertThat(fixture.stub.puts()).isEqualTo(1);
  }

  @Test
  void namesWhatIsWrongWithTheArguments() {
    assertThat(failure(() -> fixture.tools.get(null, null)).errorCode())
        .isEqualTo("TENANT_UNNAMED");
    assertThat(failure(() -> fixture.tools.get("x", null)).message()).contains("tenant_id 'x'");
    assertThat(failure(() -> fixture.tools.get(null, "ACME-001")).message()).contains("ACME-001");
    assertThat(failure(() -> fixture.tools.get(null, ACCOUNT)).errorCode())
        .isEqualTo("TENANT_NOT_FOUND");
    assertThat(failure(() -> fixture.create("GROWTH", " ")).errorCode())
        .isEqualTo("IDEMPOTENCY_KEY_INVALID");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ac\u0000me", "\ud83dAcme", "Acme\udd25"})
  void refusesANameThatCannotBeKept(String name) {
    String decision = fixture.decision("GROWTH");

    Failure refused =
        failure(() -> fixture.tools.create(ACCOUNT, name, "GROWTH", "production", decision, "k1"));

    assertThat(refused.errorCode()).isEqualTo("INVALID_CHARACTER");
    assertThat(refused.errorType()).isEqualTo(ErrorType.VALIDATION);
    assertThat(refused.message()).contains("account_name");
  }

  @Test
  void keepsANameOutsideTheBasicPlane() {
    fixture.stub.provisionsAtOnce();

    fixture.tools.create(
        ACCOUNT, "Acme 🔥", "GROWTH", "production", fixture.decision("GROWTH"), "k1");

    assertThat(fixture.store.dump("tenants")).contains("Acme 🔥");
  }

  private static TenantRecord ended(Future<TenantRecord> asked) {
    try {
      return asked.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }
}
