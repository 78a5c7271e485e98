package dev.onboarding.provisioning.tenant;

import static dev.onboarding.provisioning.tenant.TenantFixture.ACCOUNT;
import static dev.onboarding.provisioning.tenant.TenantFixture.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// No tenant but the one that was decided on.
class DecidedTenantPostgresTests {

  private final TenantFixture fixture = new TenantFixture();

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void leavesNoTraceWithoutADecision() {
    fixture.stub.provisionsAtOnce();

    Failure refused =
        failure(() -> fixture.tools.create(ACCOUNT, "Acme", "GROWTH", "production", null, "k1"));

    assertThat(refused.errorCode()).isEqualTo("DECISION_REQUIRED");
    assertThat(refused.errorType()).isEqualTo(ErrorType.AUTHORIZATION);
    assertThat(fixture.store.count("tenants")).isZero();
    assertThat(fixture.stub.puts()).isZero();
  }

  @Test
  void needsADecisionEvenToRepeat() {
    fixture.stub.provisionsAtOnce();
    fixture.create("GROWTH", "k1");

    assertThat(
            failure(() ->
                    fixture.tools.create(ACCOUNT, "Acme", "GROWTH", "production", "forged", "k1"))
                .errorCode())
        .isEqualTo("DECISION_FORGED");
  }

  @Test
  void refusesADecisionForAnotherTierOrEnvironment() {
    fixture.stub.provisionsAtOnce();
    String growth = fixture.decision("GROWTH");

    Failure tier =
        failure(
            () -> fixture.tools.create(ACCOUNT, "Acme", "ENTERPRISE", "production", growth, "k1"));
    Failure environment =
        failure(() -> fixture.tools.create(ACCOUNT, "Acme", "GROWTH", "staging", growth, "k1"));

    assertThat(tier.errorCode()).isEqualTo("DECISION_FOR_ANOTHER_ORDER");
    assertThat(tier.message()).contains("tier", "ENTERPRISE");
    assertThat(environment.errorCode()).isEqualTo("DECISION_FOR_ANOTHER_ORDER");
    assertThat(environment.message()).contains("environment", "staging");
    assertThat(fixture.store.count("tenants")).isZero();
  }

  @Test
  void takesADecisionForOneKeyOnly() {
    fixture.stub.provisionsAtOnce();
    String decision = fixture.decision("GROWTH");
    TenantRecord first =
        fixture.tools.create(ACCOUNT, "Acme", "GROWTH", "production", decision, "k1");

    assertThat(fixture.tools.create(ACCOUNT, "Acme", "GROWTH", "production", decision, "k1"))
        .isEqualTo(first);
    assertThat(
            failure(() ->
                    fixture.tools.create(ACCOUNT, "Acme", "GROWTH", "production", decision, "k2"))
                .errorCode())
        .isEqualTo("DECISION_FOR_ANOTHER_ORDER");
  }
}
