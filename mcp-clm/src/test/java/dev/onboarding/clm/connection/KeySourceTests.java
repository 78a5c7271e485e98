package dev.onboarding.clm.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.connector.Secret;
import dev.onboarding.model.FailureException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySourceTests {

  private final PrivateKey key = TestKeys.rsa().getPrivate();

  @Test
  void readsBothFormsInWhichARsaKeyIsWritten() {
    assertThat(text(TestKeys.pkcs8(key)).read()).isEqualTo(key);
    assertThat(text(TestKeys.pkcs1(key)).read()).isEqualTo(key);
  }

  @Test
  void readsTextWhoseLineEndsAreWrittenOut() {
    assertThat(text(TestKeys.pkcs1(key).replace("\n", "\\n")).read()).isEqualTo(key);
  }

  @Test
  void readsAFile(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("key.pem"), TestKeys.pkcs8(key));

    assertThat(KeySource.file("DOCUSIGN_PRIVATE_KEY_FILE", file.toString()).read()).isEqualTo(key);
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
                  .contains("DOCUSIGN_PRIVATE_KEY")
                  .doesNotContain("AAAA");
            });
  }

  private static KeySource text(String pem) {
    return KeySource.text("DOCUSIGN_PRIVATE_KEY", new Secret(pem));
  }
}
