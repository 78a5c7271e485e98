package dev.onboarding.connector;

import static dev.onboarding.connector.FailureAssertions.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.secret.Secret;
import dev.onboarding.testkit.SettableClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySourceTests {

  private static final PrivateKey RSA = TestKeys.rsa();
  private static final Clock CLOCK = SettableClock.at(Surroundings.NOW);

  @Test
  void readsEveryFormInWhichAKeyIsWritten() {
    PrivateKey curve = TestKeys.curve();

    assertThat(text(TestKeys.pkcs8(RSA)).rotating(CLOCK).current()).isEqualTo(RSA);
    assertThat(text(TestKeys.pkcs1(RSA)).rotating(CLOCK).current()).isEqualTo(RSA);
    assertThat(text(TestKeys.pkcs8(curve)).rotating(CLOCK).current()).isEqualTo(curve);
  }

  @Test
  void readsTextWhoseLineEndsAreWrittenOut() {
    assertThat(text(TestKeys.pkcs8(RSA).replace("\n", "\\n")).rotating(CLOCK).current())
        .isEqualTo(RSA);
    assertThat(text(TestKeys.pkcs1(RSA).replace("\n", "\\n")).rotating(CLOCK).current())
        .isEqualTo(RSA);
  }

  @Test
  void followsAKeyThatIsExchangedAndKeepsTheLastGoodOneWhileItIsHalfWritten(@TempDir Path folder)
      throws Exception {
    Path file = Files.writeString(folder.resolve("key.pem"), TestKeys.pkcs8(RSA));
    var clock = SettableClock.at(Surroundings.NOW);
    var key = file(file.toString()).rotatingRsa(clock);
    PrivateKey next = TestKeys.rsa();
    assertThat(key.current()).isEqualTo(RSA);

    Files.writeString(file, TestKeys.pkcs8(next).substring(0, 200));
    clock.advance(Duration.ofSeconds(1));
    assertThat(key.current()).isEqualTo(RSA);
    clock.advance(Duration.ofSeconds(1));
    assertThat(key.current()).isEqualTo(RSA);
    Files.writeString(file, TestKeys.pkcs8(next));
    assertThat(key.reread()).isEqualTo(next);
  }

  @Test
  void prefersTheTextToTheFile() {
    var both =
        new KeySource("Acme", "ACME_KEY", new Secret(TestKeys.pkcs8(RSA)), "/not/there/key.pem");

    assertThat(both.rotating(CLOCK).current()).isEqualTo(RSA);
  }

  @Test
  void givesOnlyRsaKeysWhereOnlyTheyWillDo() {
    assertThat(text(TestKeys.pkcs1(RSA)).rotatingRsa(CLOCK).current()).isEqualTo(RSA);
    assertUnreadable(
        () -> text(TestKeys.pkcs8(TestKeys.curve())).rotatingRsa(CLOCK).current(),
        "ACME_KEY gives");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not a key",
        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\nAAAAA\n-----END PRIVATE KEY-----",
        "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----",
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----"
      })
  void namesTheVariableAndNeverQuotesTheKey(String pem) {
    assertUnreadable(() -> text(pem).rotating(CLOCK).current(), "ACME_KEY gives");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/not/there/key.pem", "a\0b"})
  void namesTheVariableOfAFileThatCannotBeRead(String file) {
    assertUnreadable(() -> file(file).rotating(CLOCK).current(), "ACME_KEY_FILE gives");
  }

  @Test
  void isMissingOnlyWithoutTextAndFile() {
    assertThat(file("").isMissing()).isTrue();
    assertThat(file("/not/there/yet.pem").isMissing()).isFalse();
    assertThat(text("anything").isMissing()).isFalse();
  }

  @Test
  void neverShowsTheKey() {
    assertThat(text("hush").toString()).doesNotContain("hush");
  }

  private static void assertUnreadable(ThrowingCallable reading, String named) {
    var failed = assertFails(reading, ErrorType.AUTHENTICATION, "PRIVATE_KEY_UNREADABLE");
    assertThat(failed.failure().message()).startsWith("Acme cannot be asked: " + named);
    assertThat(failed.failure().message()).doesNotContain("AAAA");
    assertThat(failed.failure().resolution()).startsWith("Correct ACME_KEY");
  }

  private static KeySource text(String pem) {
    return new KeySource("Acme", "ACME_KEY", new Secret(pem), "");
  }

  private static KeySource file(String name) {
    return new KeySource("Acme", "ACME_KEY", new Secret(""), name);
  }
}
