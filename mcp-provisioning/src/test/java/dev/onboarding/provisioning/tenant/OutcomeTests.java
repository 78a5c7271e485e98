package dev.onboarding.provisioning.tenant;

import static dev.onboarding.provisioning.tenant.TenantStatus.ACTIVE;
import static dev.onboarding.provisioning.tenant.TenantStatus.FAILED;
import static dev.onboarding.provisioning.tenant.TenantStatus.PROVISIONING;
import static dev.onboarding.provisioning.tenant.TenantStatus.SUSPENDED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.provisioning.provisioner.InstanceState.Absent;
import dev.onboarding.provisioning.provisioner.InstanceState.Failed;
import dev.onboarding.provisioning.provisioner.InstanceState.InProgress;
import dev.onboarding.provisioning.provisioner.InstanceState.Ready;
import dev.onboarding.provisioning.tenant.Tenant.Pending;
import org.junit.jupiter.api.Test;

/// What a tenant becomes through each answer.
class OutcomeTests {

  @Test
  void followsProvisioning() {
    assertThat(Outcome.ofProvisioning(new Ready("https://x")).status()).isEqualTo(ACTIVE);
    assertThat(Outcome.ofProvisioning(new Failed("no room")).status()).isEqualTo(FAILED);
    assertThat(Outcome.ofProvisioning(new Failed("no room")).failureMessage()).contains("no room");
    assertThat(Outcome.ofProvisioning(new Absent()).status()).isEqualTo(FAILED);
    assertThat(Outcome.ofProvisioning(new InProgress("op", null)))
        .isEqualTo(new Outcome(PROVISIONING, Pending.PROVISION, "op", null, null, null));
  }

  @Test
  void leavesATenantAsItIsWhenSuspendingFails() {
    assertThat(Outcome.ofSuspending(new Ready(null)).status()).isEqualTo(SUSPENDED);
    assertThat(Outcome.ofSuspending(new InProgress("op", null)).status()).isEqualTo(ACTIVE);
    assertThat(Outcome.ofSuspending(new Failed("busy")).status()).isEqualTo(ACTIVE);
    assertThat(Outcome.ofSuspending(new Absent()).status()).isEqualTo(FAILED);
  }
}
