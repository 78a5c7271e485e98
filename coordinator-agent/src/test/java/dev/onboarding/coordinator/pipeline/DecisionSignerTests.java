package dev.onboarding.coordinator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.onboarding.model.secret.Secret;
import dev.onboarding.testkit.SettableClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionSignerTests {

  private static final Clock CLOCK = Clock.systemUTC();

  @TempDir private Path directory;

  @Test
  void asksForTheMissingVariableByName() {
    assertThatThrownBy(() -> DecisionSigner.from(settings(""), CLOCK))
        .hasMessageContaining("ONBOARDING_DECISION_SIGNING_KEY_FILE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"nonsense", "{}", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"})
  void namesTheVariableWhoseFileItCannotUse(String content) throws Exception {
    var file = Files.writeString(directory.resolve("key"), content);

    assertThatThrownBy(() -> DecisionSigner.from(settings(file.toString()), CLOCK))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("ONBOARDING_DECISION_SIGNING_KEY_FILE");
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

    assertThatCode(() -> DecisionSigner.from(settings(jwk.toString()), CLOCK))
        .doesNotThrowAnyException();
    assertThatCode(() -> DecisionSigner.from(settings(pem.toString()), CLOCK))
        .doesNotThrowAnyException();
  }

  @Test
  void signsWithTheNewKeyOnceItsFileWasExchanged() throws Exception {
    var clock = SettableClock.at(Instant.parse("2030-05-06T07:08:09Z"));
    var before = new ECKeyGenerator(Curve.P_256).generate();
    var after = new ECKeyGenerator(Curve.P_256).generate();
    var file = Files.writeString(directory.resolve("key.jwk"), before.toJSONString());
    var signer = DecisionSigner.from(settings(file.toString()), clock);
    var claims = new JWTClaimsSet.Builder().subject("account").build();
    assertThat(isSigned(signer.signed(claims), before)).isTrue();

    var next = Files.writeString(directory.resolve("next.jwk"), after.toJSONString());
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    clock.advance(Duration.ofSeconds(1));

    assertThat(isSigned(signer.signed(claims), after)).isTrue();
    assertThat(isSigned(signer.signed(claims), before)).isFalse();
  }

  private static boolean isSigned(String token, ECKey key) throws Exception {
    return SignedJWT.parse(token).verify(new ECDSAVerifier(key.toPublicJWK()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT0.9S", "PT10M1S"})
  void signsNothingThatIsGoodForLongerThanAgreed(Duration validity) {
    assertThatThrownBy(() -> new SigningSettings(new Secret("key"), "", validity))
        .hasMessageContaining("onboarding.decision.validity");
  }

  private static SigningSettings settings(String file) {
    return new SigningSettings(new Secret(""), file, Duration.ofMinutes(5));
  }
}
