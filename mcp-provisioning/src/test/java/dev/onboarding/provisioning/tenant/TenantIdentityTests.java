package dev.onboarding.provisioning.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Ids that follow from what they name.
class TenantIdentityTests {

  @Test
  void givesAnAccountOneTenantPerEnvironment() {
    UUID id = TenantIdentity.ofTenant("production", "001A000001LkPqzIAF");

    // Pinned: a different id for the same account would make a second tenant.
    assertThat(id).hasToString("de61a74d-e09b-504f-a687-49d71b7dbdc4");
    assertThat(id.version()).isEqualTo(5);
    assertThat(TenantIdentity.ofTenant("staging", "001A000001LkPqzIAF")).isNotEqualTo(id);
    assertThat(TenantIdentity.ofTenant("production", "001A000001LkPqzIAG")).isNotEqualTo(id);
  }
}
