package dev.onboarding.edge.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.model.secret.Secret;
import dev.onboarding.model.secret.UnreadableSecretException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditRoundsPostgresTests {

  private final String key = CheckpointKey.generated();
  private TestTrail trail;

  @TempDir private Path checkpoints;

  @BeforeEach
  void write() {
    trail = new TestTrail(checkpoints);
    trail.calls(3);
  }

  @Test
  void letsTheLastCheckpointLeaveWhenTheServerStops() {
    var rounds = rounds(key);
    rounds.start();
    assertThat(rounds.isRunning()).isTrue();

    rounds.stop();

    assertThat(rounds.isRunning()).isFalse();
    assertThat(new CheckpointFiles(checkpoints).read().checkpoints())
        .singleElement()
        .satisfies(left -> {
          assertThat(left.server()).isEqualTo("mine");
          assertThat(left.number()).isEqualTo(3);
          assertThat(left.isSignedBy(List.of(CheckpointKey.parse(key)))).isTrue();
        });
    assertThat(trail.database.queryForObject("select count(*) from audit.checkpoints", Long.class))
        .isEqualTo(1);
  }

  @Test
  void saysNothingTwiceWhereNothingWasAppended() {
    var first = rounds(key);
    first.start();
    first.stop();
    first.start();
    first.stop();

    assertThat(new CheckpointFiles(checkpoints).read().checkpoints()).hasSize(1);
  }

  @Test
  void doesNotStartWithAKeyThatCannotSign() {
    var open = CheckpointKey.parse(key).publicJwk();

    assertThatThrownBy(() -> rounds(open))
        .isInstanceOf(UnreadableSecretException.class)
        .hasMessageContaining("mcp.audit.signing-key")
        .hasMessageContaining("no private half");
  }

  private AuditRounds rounds(String jwk) {
    return new AuditRounds(
        trail.database,
        TestTrail.properties("mine", Period.ofYears(1)),
        new AuditSettings(
            new Secret(jwk),
            null,
            checkpoints.toString(),
            Duration.ofHours(1),
            Duration.ofMinutes(10)),
        trail.clock);
  }
}
