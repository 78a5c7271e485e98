package dev.onboarding.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.model.secret.Secret;
import dev.onboarding.model.secret.SecretSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;

class RequiredCredentialsTests {

  @Test
  void namesEveryVariableThatIsMissing() {
    var required =
        RequiredCredentials.of("mcp-salesforce")
            .with("SALESFORCE_CLIENT_ID", "")
            .with("SALESFORCE_BASE_URL", "https://x")
            .with(SecretSource.of("SALESFORCE_CLIENT_SECRET", new Secret(" ")));

    assertThatThrownBy(required::check)
        .isInstanceOf(MissingCredentialsException.class)
        .hasMessage(
            "mcp-salesforce has no credentials: set SALESFORCE_CLIENT_ID and SALESFORCE_CLIENT_SECRET (or SALESFORCE_CLIENT_SECRET_FILE)");
  }

  @Test
  void namesBothWaysToGiveAKey() {
    var missing = new KeySource("X", "X_KEY", new Secret(""), " ");
    var given = new KeySource("Y", "Y_KEY", new Secret(""), "/not/there/yet.pem");

    assertThatThrownBy(RequiredCredentials.of("mcp-x").with(given).with(missing)::check)
        .hasMessage("mcp-x has no credentials: set X_KEY_FILE (or X_KEY)");
  }

  @Test
  void isContentWhenNothingIsMissing() {
    var required =
        RequiredCredentials.of("mcp-x").with("A", "a").with(SecretSource.of("B", new Secret("b")));

    assertThatCode(required::check).doesNotThrowAnyException();
  }

  @Test
  void isExplainedAtStartUpWithoutAStackTrace() {
    var cause =
        new IllegalStateException(new MissingCredentialsException("mcp-x", java.util.List.of("A")));

    var analyses =
        SpringFactoriesLoader.forDefaultResourceLocation()
            .load(
                FailureAnalyzer.class,
                SpringFactoriesLoader.FailureHandler.logging(
                    org.apache.commons.logging.LogFactory.getLog(getClass())))
            .stream()
            .map(analyzer -> analyzer.analyze(cause))
            .filter(java.util.Objects::nonNull)
            .toList();

    assertThat(analyses)
        .singleElement()
        .satisfies(analysis ->
            assertThat(analysis.getDescription()).isEqualTo("mcp-x has no credentials: set A"));
  }
}
