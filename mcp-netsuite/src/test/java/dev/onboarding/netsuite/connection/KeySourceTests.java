package dev.onboarding.netsuite.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.connector.Secret;
import dev.onboarding.model.FailureException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySourceTests {

  private final KeyPair rsa = TestKeys.rsa();

  @Test
  void readsRsaAndCurveKeys() {
    KeyPair curve = TestKeys.curve("secp256r1");

    assertThat(text(TestKeys.pem(rsa.getPrivate())).read()).isEqualTo(rsa.getPrivate());
    assertThat(text(TestKeys.pem(curve.getPrivate())).read()).isEqualTo(curve.getPrivate());
  }

  @Test
  void readsTextWhoseLineEndsAreWrittenOut() {
    String pem = TestKeys.pem(rsa.getPrivate()).replace("\n", "\\n");

    assertThat(text(pem).read()).isEqualTo(rsa.getPrivate());
  }

  @Test
  void readsTheFileAnewSoThatAKeyCanBeExchanged(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("key.pem");
    KeySource source = KeySource.file("NETSUITE_PRIVATE_KEY_FILE", file.toString());
    Files.writeString(file, TestKeys.pem(rsa.getPrivate()));
    KeyPair next = TestKeys.rsa();

    assertThat(source.read()).isEqualTo(rsa.getPrivate());
    Files.writeString(file, TestKeys.pem(next.getPrivate()));
    assertThat(source.read()).isEqualTo(next.getPrivate());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not a key",
        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
        "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----"
      })
  void namesTheVariableAndNeverQuotesTheKey(String pem) {
    assertThatThrownBy(() -> text(pem).read())
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> {
              assertThat(e.failure().errorCode()).isEqualTo("PRIVATE_KEY_UNREADABLE");
              assertThat(e.failure().message())
                  .contains("NETSUITE_PRIVATE_KEY")
                  .doesNotContain("AAAA");
            });
  }

  @Test
  void namesTheVariableOfAFileThatIsMissing(@TempDir Path folder) {
    KeySource source =
        KeySource.file("NETSUITE_PRIVATE_KEY_FILE", folder.resolve("none").toString());

    assertThatThrownBy(source::read)
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("NETSUITE_PRIVATE_KEY_FILE");
  }

  private static KeySource text(String pem) {
    return KeySource.text("NETSUITE_PRIVATE_KEY", new Secret(pem));
  }
}
