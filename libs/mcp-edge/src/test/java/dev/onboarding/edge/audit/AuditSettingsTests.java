package dev.onboarding.edge.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.model.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AuditSettingsTests {

  @Test
  void wantsAKeyAndADirectoryOrNeither() {
    assertThat(settings(null, "").checkpoints()).isNull();
    assertThat(settings("key", "somewhere").checkpoints()).isEqualTo(Path.of("somewhere"));
    assertThatThrownBy(() -> settings("key", ""))
        .hasMessageContaining("mcp.audit.directory is not: name");
    assertThatThrownBy(() -> settings(null, "somewhere"))
        .hasMessageContaining("mcp.audit.directory is somewhere");
  }

  @Test
  void refusesRoundsWithoutAPause() {
    assertThatThrownBy(
            () -> new AuditSettings(null, null, null, Duration.ZERO, Duration.ofMinutes(1)))
        .hasMessageContaining("mcp.audit.checkpoint-every is PT0S: give 1s or more");
  }

  @Test
  void signsWithTheWholeKeyAndVerifiesWithTheHalfThatMayBeGivenAway() {
    var pair = CheckpointKey.parse(CheckpointKey.generated());
    var open = CheckpointKey.parse(pair.publicJwk());
    byte[] text = "text".getBytes(StandardCharsets.UTF_8);

    assertThat(open.verifies(text, pair.sign(text))).isTrue();
    assertThat(open.verifies(new byte[1], pair.sign(text))).isFalse();
    assertThat(open.verifies(text, new byte[3])).isFalse();
    assertThat(open.id()).isEqualTo(pair.id()).hasSize(16);
    assertThat(pair.publicJwk()).doesNotContain("\"d\"");
    assertThatThrownBy(() -> open.sign(text)).hasMessageContaining("no private half");
  }

  @Test
  void saysWhatIsNoKeyWithoutQuotingIt() {
    for (var wrong :
        new String[] {
          "secret-text",
          "{\"kty\":\"EC\",\"crv\":\"P-256\",\"d\":\"secret-text\"}",
          "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"c2VjcmV0\"}"
        }) {
      assertThatThrownBy(() -> CheckpointKey.parse(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .message()
          .doesNotContain("secret-text", "c2VjcmV0");
    }
  }

  private static AuditSettings settings(@Nullable String key, String directory) {
    return new AuditSettings(
        key == null ? null : new Secret(key),
        null,
        directory,
        Duration.ofMinutes(1),
        Duration.ofMinutes(10));
  }
}
