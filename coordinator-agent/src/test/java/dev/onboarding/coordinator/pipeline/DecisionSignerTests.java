package dev.onboarding.coordinator.pipeline;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionSignerTests {

  @TempDir private Path directory;

  @Test
  void asksForTheMissingVariableByName() {
    assertThatThrownBy(() -> DecisionSigner.from(settings("")))
        .hasMessageContaining("ONBOARDING_DECISION_SIGNING_KEY_FILE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"nonsense", "{}", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"})
  void namesTheFileItCannotUse(String content) throws Exception {
    var file = Files.writeString(directory.resolve("key"), content);

    assertThatThrownBy(() -> DecisionSigner.from(settings(file.toString())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void readsAKeyInEitherForm() throws Exception {
    var key = new ECKeyGenerator(Curve.P_256).generate();
    var jwk = Files.writeString(directory.resolve("key.jwk"), key.toJSONString());
    var pem =
        Files.writeString(
            directory.resolve("key.pem"),
            "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
                .formatted(
                    Base64.getMimeEncoder().encodeToString(key.toECPrivateKey().getEncoded())));

    assertThatCode(() -> DecisionSigner.from(settings(jwk.toString()))).doesNotThrowAnyException();
    assertThatCode(() -> DecisionSigner.from(settings(pem.toString()))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT0.9S", "PT10M1S"})
  void signsNothingThatIsGoodForLongerThanAgreed(Duration validity) {
    assertThatThrownBy(() -> new SigningSettings("key", validity))
        .hasMessageContaining("onboarding.decision.validity");
  }

  private static SigningSettings settings(String file) {
    return new SigningSettings(file, Duration.ofMinutes(5));
  }
}
