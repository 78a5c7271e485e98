package dev.onboarding.provisioning;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.connector.MissingCredentialsException;
import org.junit.jupiter.api.Test;

/// What a server without credentials says.
class StartUpCheckTests {

  @Test
  void namesEveryMissingVariableAtOnce() {
    assertThatThrownBy(() -> ProvisioningApplication.builder().run("--PROVISIONER_USERNAME=me"))
        .isInstanceOf(MissingCredentialsException.class)
        .hasMessageContaining("PROVISIONER_PASSWORD")
        .hasMessageContaining("ONBOARDING_DECISION_PUBLIC_KEY_FILE")
        .hasMessageContaining("PROVISIONING_SECRET_KEY")
        .hasMessageNotContaining("PROVISIONING_LINK_BASE_URL")
        .hasMessageNotContaining("PROVISIONER_USERNAME");
  }

  @Test
  void asksWhereCustomersReachAServerThatIsNotOnLoopback() {
    assertThatThrownBy(() -> ProvisioningApplication.builder().run("--BIND_ADDRESS=0.0.0.0"))
        .isInstanceOf(MissingCredentialsException.class)
        .hasMessageContaining("PROVISIONING_LINK_BASE_URL");
    assertThatThrownBy(() ->
            ProvisioningApplication.builder()
                .run(
                    "--BIND_ADDRESS=0.0.0.0", "--PROVISIONING_LINK_BASE_URL=https://start.example"))
        .isInstanceOf(MissingCredentialsException.class)
        .hasMessageNotContaining("PROVISIONING_LINK_BASE_URL");
  }
}
