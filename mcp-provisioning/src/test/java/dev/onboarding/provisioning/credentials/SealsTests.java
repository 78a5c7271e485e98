package dev.onboarding.provisioning.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.model.secret.Secret;
import dev.onboarding.model.secret.SecretSource;
import dev.onboarding.testkit.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where the keys come from, and how one is exchanged while credentials wait.
class SealsTests {

  private static final UUID BINDING = UUID.fromString("0e4f8f6a-59f5-5a3c-8f0a-111111111111");
  private static final String OLD = key(1);
  private static final String NEW = key(2);

  @TempDir Path folder;
  private final SettableClock clock = SettableClock.at(Instant.parse("2030-05-06T07:08:09Z"));

  @Test
  void takesTheKeyFromTheVariableOrItsFile() throws IOException {
    var given = new Seals(SecretSource.of("PROVISIONING_SECRET_KEY", new Secret(OLD)), clock);

    assertThat(given.newest().token(BINDING))
        .isEqualTo(following(OLD + "\n").newest().token(BINDING));
  }

  @Test
  void saysWhatIsWrongWithoutShowingIt() {
    assertThatThrownBy(() ->
            new Seals(SecretSource.of("PROVISIONING_SECRET_KEY", new Secret("c2hvcnQ=")), clock))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("32 bytes")
        .hasMessageContaining("PROVISIONING_SECRET_KEY")
        .hasMessageNotContaining("c2hvcnQ");
  }

  @Test
  void closesWithTheNewestKeyAndOpensWhatOlderOnesClosed() throws IOException {
    Seals seals = following(OLD);
    byte[] before = seals.newest().close(BINDING, "old".getBytes(UTF_8));
    String token = seals.newest().token(BINDING);

    exchange(NEW + "\n" + OLD + "\n");
    byte[] after = seals.newest().close(BINDING, "new".getBytes(UTF_8));

    assertThat(seals.open(BINDING, before)).asString(UTF_8).isEqualTo("old");
    assertThat(seals.open(BINDING, after)).asString(UTF_8).isEqualTo("new");
    assertThat(following(NEW).open(BINDING, after)).asString(UTF_8).isEqualTo("new");
    assertThat(seals.token(BINDING, Seal.hash(token))).isEqualTo(token);
    assertThat(seals.newest().token(BINDING)).isNotEqualTo(token);
  }

  @Test
  void opensWhatAnotherNodeClosedWithAKeyThisOneHasNotLookedForYet() throws IOException {
    Seals here = following(OLD);
    Files.writeString(folder.resolve("key"), NEW + "\n" + OLD);
    byte[] elsewhere =
        new Seals(SecretSource.of("KEY", new Secret(NEW)), clock)
            .newest()
            .close(BINDING, "new".getBytes(UTF_8));

    assertThat(here.open(BINDING, elsewhere)).asString(UTF_8).isEqualTo("new");
  }

  @Test
  void opensNothingWhoseKeyIsGone() throws IOException {
    Seals seals = following(OLD);
    byte[] sealed = seals.newest().close(BINDING, "old".getBytes(UTF_8));

    exchange(NEW);

    assertThatThrownBy(() -> seals.open(BINDING, sealed))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("PROVISIONING_SECRET_KEY");
  }

  private Seals following(String keys) throws IOException {
    Path file = Files.writeString(folder.resolve("key"), keys);
    return new Seals(new SecretSource("PROVISIONING_SECRET_KEY", null, file.toString()), clock);
  }

  private void exchange(String keys) throws IOException {
    Path next = Files.writeString(folder.resolve("next"), keys);
    Files.move(next, folder.resolve("key"), StandardCopyOption.ATOMIC_MOVE);
    clock.advance(Duration.ofSeconds(1));
  }

  private static String key(int fill) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) fill);
    return Base64.getEncoder().encodeToString(key);
  }
}
