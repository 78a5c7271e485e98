package dev.onboarding.provisioning.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What is sealed stays sealed for everybody else.
class SealTests {

  private static final UUID BINDING = UUID.fromString("0e4f8f6a-59f5-5a3c-8f0a-111111111111");

  private final Seal seal = new Seal(new byte[32]);

  @Test
  void opensWhatItClosed() {
    byte[] sealed = seal.close(BINDING, "secret".getBytes(UTF_8));

    assertThat(new String(sealed, UTF_8)).doesNotContain("secret");
    assertThat(seal.open(BINDING, sealed)).asString(UTF_8).isEqualTo("secret");
    assertThat(seal.close(BINDING, "secret".getBytes(UTF_8))).isNotEqualTo(sealed);
  }

  @Test
  void opensNothingForAnotherBindingKeyOrAfterAChange() {
    byte[] sealed = seal.close(BINDING, "secret".getBytes(UTF_8));
    byte[] otherKey = new byte[32];
    otherKey[0] = 1;

    assertThatThrownBy(() -> seal.open(UUID.randomUUID(), sealed))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> new Seal(otherKey).open(BINDING, sealed))
        .isInstanceOf(IllegalStateException.class);
    sealed[sealed.length - 1] ^= 1;
    assertThatThrownBy(() -> seal.open(BINDING, sealed)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void derivesTheSameTokenAgainAndNoneWithoutTheKey() {
    byte[] otherKey = new byte[32];
    otherKey[0] = 1;

    assertThat(seal.token(BINDING)).isEqualTo(seal.token(BINDING)).hasSize(43);
    assertThat(seal.token(UUID.randomUUID())).isNotEqualTo(seal.token(BINDING));
    assertThat(new Seal(otherKey).token(BINDING)).isNotEqualTo(seal.token(BINDING));
  }
}
