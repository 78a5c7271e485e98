package dev.onboarding.netsuite;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.connector.MissingCredentialsException;
import dev.onboarding.testkit.TestPostgres;
import org.junit.jupiter.api.Test;

class NetSuiteApplicationTests {

  @Test
  void saysAtStartUpWhichVariablesAreMissing() {
    assertThatThrownBy(() ->
            NetSuiteApplication.builder()
                .run("--server.port=0", "--spring.datasource.url=" + TestPostgres.newDatabase())
                .close())
        .hasRootCauseInstanceOf(MissingCredentialsException.class)
        .rootCause()
        .hasMessageContaining("NETSUITE_BASE_URL")
        .hasMessageContaining("NETSUITE_PRIVATE_KEY_FILE (or NETSUITE_PRIVATE_KEY)");
  }
}
