package dev.onboarding.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

class RequiredSettingsTests {

  @Test
  void namesEverythingThatIsMissingBeforeAnythingIsStarted() {
    assertThatThrownBy(() ->
            CoordinatorApplication.builder()
                .run("--onboarding.slack.token=", "--onboarding.decision.signing-key-file="))
        .isInstanceOf(MissingSettingsException.class)
        .hasMessageContaining(
            "ONBOARDING_DECISION_SIGNING_KEY (or ONBOARDING_DECISION_SIGNING_KEY_FILE) and SLACK_TOKEN (or SLACK_TOKEN_FILE)");
  }

  @Test
  void namesOnlyWhatIsMissing() {
    assertThatThrownBy(() ->
            CoordinatorApplication.builder()
                .run("--onboarding.slack.token=x", "--onboarding.decision.signing-key-file="))
        .hasMessageContaining("ONBOARDING_DECISION_SIGNING_KEY_FILE")
        .hasMessageNotContaining("SLACK_TOKEN");
  }

  @Test
  void isPrintedWithoutAStackTrace() {
    // Other analyzers need arguments that are not there now.
    FailureHandler passOver = (type, name, failure) -> {};
    var analyzers =
        SpringFactoriesLoader.forDefaultResourceLocation().load(FailureAnalyzer.class, passOver);

    assertThat(analyzers).anyMatch(MissingSettingsAnalyzer.class::isInstance);
  }
}
