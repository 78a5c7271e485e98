package dev.onboarding.clm;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.connector.MissingCredentialsException;
import dev.onboarding.testkit.TestPostgres;
import org.junit.jupiter.api.Test;

class ClmApplicationTests {

  @Test
  void saysAtStartUpWhichVariablesAreMissing() {
    assertThatThrownBy(() ->
            ClmApplication.builder()
                .run("--server.port=0", "--spring.datasource.url=" + TestPostgres.newDatabase())
                .close())
        .hasRootCauseInstanceOf(MissingCredentialsException.class)
        .rootCause()
        .hasMessageContaining("DOCUSIGN_BASE_URL")
        .hasMessageContaining("DOCUSIGN_PRIVATE_KEY_FILE (or DOCUSIGN_PRIVATE_KEY)");
  }
}
