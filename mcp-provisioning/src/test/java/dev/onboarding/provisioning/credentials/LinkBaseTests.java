package dev.onboarding.provisioning.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which addresses a secret may be sent to.
class LinkBaseTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://start.example",
        "https://start.example:8443/welcome/",
        "http://127.0.0.1:8094",
        "http://localhost:8094",
        "http://[::1]:8094"
      })
  void takesWhatIsEncryptedOrStaysHere(String given) {
    LinkBase base = LinkBase.of(given, "0.0.0.0", "8094");

    assertThat(base.of("t0ken")).asString().matches(".*[^/]/credentials/t0ken");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://start.example",
        "http://127.0.0.1.example",
        "http://localhost.example",
        "http://10.0.0.1",
        "ftp://start.example",
        "start.example",
        "https://",
        "https://customer@start.example",
        "https://start.example?next=",
        "https://start.example#x",
        "https://start example"
      })
  void refusesWhatIsNot(String given) {
    assertThatThrownBy(() -> LinkBase.of(given, "127.0.0.1", "8094"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("PROVISIONING_LINK_BASE_URL");
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, http://127.0.0.1:8090",
    "localhost, http://127.0.0.1:8090",
    "::1, http://[::1]:8090"
  })
  void isTheServerItselfOnLoopback(String address, URI url) {
    assertThat(LinkBase.of("", address, "8090").url()).isEqualTo(url);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "0.0.0.0", "::", "192.168.1.7", "start.example"})
  void mustBeSaidWhereOthersReachTheServer(@Nullable String address) {
    assertThat(LinkBase.isMissing(" ", address)).isTrue();
    assertThatThrownBy(() -> LinkBase.of(" ", address, "8094"))
        .hasMessageContaining("PROVISIONING_LINK_BASE_URL");
  }

  @Test
  void mayBeSaidAnywhere() {
    assertThat(LinkBase.isMissing("https://start.example", "0.0.0.0")).isFalse();
  }
}
