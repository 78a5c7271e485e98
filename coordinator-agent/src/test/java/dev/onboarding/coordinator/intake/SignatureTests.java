package dev.onboarding.coordinator.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.coordinator.RunningCoordinator;
import dev.onboarding.model.secret.Secret;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTests {

  private static final byte[] BODY = "{\"a\":1}".getBytes(UTF_8);
  private static final List<Secret> SECRETS = List.of(new Secret("old"), new Secret("new"));

  @ParameterizedTest
  @ValueSource(strings = {"old", "new"})
  void fitsWithEitherSecretWhileOneIsReplaced(String secret) {
    assertThat(signed(secret).fits(BODY, SECRETS)).isTrue();
  }

  @Test
  void takesHexadecimalInEitherCase() {
    var header = "sha256=" + RunningCoordinator.hmac(text(), "new").toUpperCase(Locale.ROOT);

    assertThat(Signature.parse(header).fits(BODY, SECRETS)).isTrue();
  }

  @Test
  void doesNotFitWithAnotherSecretOrBody() {
    assertThat(signed("other").fits(BODY, SECRETS)).isFalse();
    assertThat(signed("new").fits("{\"a\":2}".getBytes(UTF_8), SECRETS)).isFalse();
    assertThat(signed("new").fits("{\"a\": 1}".getBytes(UTF_8), SECRETS)).isFalse();
  }

  @Test
  void fitsNothingWithoutASecret() {
    assertThat(signed("new").fits(BODY, List.of())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sha256=", "sha256=00", "sha1=00", "00", "sha256=zz", "md5=é"})
  void fitsNothingWhenItHasNotTheForm(String header) {
    assertThat(Signature.parse(header).fits(BODY, SECRETS)).isFalse();
  }

  private static Signature signed(String secret) {
    return Signature.parse("sha256=" + RunningCoordinator.hmac(text(), secret));
  }

  private static String text() {
    return new String(BODY, UTF_8);
  }
}
