package dev.onboarding.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.testkit.hostile.Answer;
import dev.onboarding.testkit.hostile.Attack;
import dev.onboarding.testkit.hostile.Attacks;
import dev.onboarding.testkit.hostile.HeldState;
import dev.onboarding.testkit.hostile.HostileClient;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a caller that means harm gets from any server of ours: a refusal, and nothing else.
class HostileClientTests {

  /// On a busy machine the client itself may be too slow to begin, and is left before it has.
  private static final int TRIES = 20;

  private static ExampleServer server;
  private static HostileClient client;

  @BeforeAll
  static void start() {
    server = new ExampleServer();
    client = new HostileClient(URI.create(server.endpoint()), Map.of());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static List<Attack> attacks() {
    return Attacks.on(URI.create(server.endpoint()), Map.of(), "example_greet");
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void refusesAndShowsNothing(Attack attack) throws Exception {
    client.make(attack);

    assertThat(client.ping().status()).isEqualTo(200);
  }

  @Test
  void waitsForNobodyWhoStopsInTheMiddle() throws Exception {
    try (var impatient = new ExampleServer(Map.of("mcp.edge.body-timeout", "1s"))) {
      var slow = new HostileClient(URI.create(impatient.endpoint()), Map.of());

      Answer answer = slow.stopInTheMiddle();
      for (int i = 0; i < TRIES && answer.status() == 0; i++) {
        answer = slow.stopInTheMiddle();
      }

      assertThat(answer.status()).isEqualTo(408);
      assertThat(answer.hasHeader("Connection")).isTrue();
    }
  }

  @Test
  void holdsNothingForThoseWhoBeganAndLeft() throws Exception {
    client.initialize();
    HeldState before = HeldState.now();

    for (int i = 0; i < 500; i++) {
      Answer answer = client.initialize();
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.hasHeader("Mcp-Session-Id")).isFalse();
    }

    HeldState.now().assertNoMoreThan(before, 250);
  }
}
