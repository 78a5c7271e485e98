package dev.onboarding.edge.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameOriginTests {

  private final SameOrigin hosts =
      new SameOrigin(
          List.of("127.0.0.1:*", "mcp.example.com"), List.of("https://console.example.com"));

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:8091, http://127.0.0.1:8091, true",
    "mcp.example.com, https://mcp.example.com, true",
    "mcp.example.com, https://console.example.com, true",
    "127.0.0.1:8091, http://127.0.0.1:3000, false",
    "127.0.0.1:8091, http://localhost:8091, false",
    "evil.example, http://evil.example, false",
    "127.0.0.1:8091, http://127.0.0.1:8091/path, false",
    "127.0.0.1:8091, ftp://127.0.0.1:8091, false",
    "127.0.0.1:8091, null, false",
    "127.0.0.1:8091, http://[, false",
  })
  void servesAPageOnlyFromItselfOrFromTheList(String host, String origin, boolean served) {
    assertThat(hosts.serves(List.of(host), List.of(origin))).isEqualTo(served);
  }

  @Test
  void needsNoOriginButAHost() {
    assertThat(hosts.serves(List.of("127.0.0.1:1"), List.of())).isTrue();
    assertThat(hosts.serves(List.of(), List.of())).isFalse();
  }

  @Test
  void takesNoSecondOrigin() {
    var two = List.of("http://127.0.0.1:1", "https://evil.example");

    assertThat(hosts.serves(List.of("127.0.0.1:1"), two)).isFalse();
  }
}
