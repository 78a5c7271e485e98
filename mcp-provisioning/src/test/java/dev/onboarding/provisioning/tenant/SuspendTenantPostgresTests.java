package dev.onboarding.provisioning.tenant;

import static dev.onboarding.provisioning.support.StubBroker.json;
import static dev.onboarding.provisioning.tenant.TenantFixture.failure;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.RequestMethod;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A tenant is switched off once.
class SuspendTenantPostgresTests {

  private final TenantFixture fixture = new TenantFixture();

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void suspendsAndStaysSuspended() {
    fixture.stub.provisionsAtOnce().onPatch(json(200, "{}"));
    TenantRecord tenant = fixture.create("GROWTH", "k1");

    TenantRecord suspended = suspend(tenant, "s1");
    suspend(tenant, "s1");
    suspend(tenant, "s2");

    assertThat(suspended.status()).isEqualTo(TenantStatus.SUSPENDED);
    assertThat(fixture.read(tenant.tenantId()).status()).isEqualTo(TenantStatus.SUSPENDED);
    assertThat(fixture.stub.count(RequestMethod.PATCH)).isEqualTo(1);
    assertThat(fixture.store.dump("tenants")).contains("not paid");
  }

  @Test
  void followsASuspensionThatTakesItsTime() {
    fixture
        .stub
        .provisionsAtOnce()
        .onPatch(json(202, "{\"operation\":\"s\"}"))
        .lastOperation("in progress");
    TenantRecord tenant = fixture.create("GROWTH", "k1");
    assertThat(suspend(tenant, "s1").status()).isEqualTo(TenantStatus.ACTIVE);

    fixture.stub.lastOperation("succeeded");

    assertThat(fixture.read(tenant.tenantId()).status()).isEqualTo(TenantStatus.SUSPENDED);
  }

  @Test
  void suspendsNothingThatIsNotActive() {
    fixture.stub.provisionsLater().lastOperation("in progress");
    TenantRecord tenant = fixture.create("GROWTH", "k1");

    assertThat(failure(() -> suspend(tenant, "s1")).errorCode()).isEqualTo("TENANT_NOT_ACTIVE");
  }

  @Test
  void refusesAReasonThatCannotBeKept() {
    fixture.stub.provisionsAtOnce();
    TenantRecord tenant = fixture.create("GROWTH", "k1");
    String decision = fixture.suspension(tenant.tenantId());

    assertThat(
            failure(() ->
                    fixture.tools.suspend(
                        tenant.tenantId().toString(), "not\u0000paid", decision, "s1"))
                .errorCode())
        .isEqualTo("INVALID_CHARACTER");
  }

  @Test
  void suspendsNothingWithoutADecisionForJustThat() {
    fixture.stub.provisionsAtOnce().onPatch(json(200, "{}"));
    TenantRecord tenant = fixture.create("GROWTH", "k1");
    String creation = fixture.decision("GROWTH");
    String other = fixture.suspension(UUID.randomUUID());

    assertThat(failure(() -> suspend(tenant, null, "s1")).errorCode())
        .isEqualTo("DECISION_REQUIRED");
    assertThat(failure(() -> suspend(tenant, creation, "s1")).errorCode())
        .isEqualTo("DECISION_FOR_ANOTHER_ORDER");
    assertThat(failure(() -> suspend(tenant, other, "s1")).errorCode())
        .isEqualTo("DECISION_FOR_ANOTHER_ORDER");
    assertThat(fixture.stub.count(RequestMethod.PATCH)).isZero();
    assertThat(fixture.store.dump("tenants")).doesNotContain("not paid");
  }

  @Test
  void needsADecisionEvenToRepeat() {
    fixture.stub.provisionsAtOnce().onPatch(json(200, "{}"));
    TenantRecord tenant = fixture.create("GROWTH", "k1");
    suspend(tenant, "s1");

    assertThat(failure(() -> suspend(tenant, null, "s1")).errorCode())
        .isEqualTo("DECISION_REQUIRED");
  }

  private TenantRecord suspend(TenantRecord tenant, String key) {
    return suspend(tenant, fixture.suspension(tenant.tenantId()), key);
  }

  private TenantRecord suspend(TenantRecord tenant, @Nullable String decision, String key) {
    return fixture.tools.suspend(tenant.tenantId().toString(), "not paid", decision, key);
  }
}
