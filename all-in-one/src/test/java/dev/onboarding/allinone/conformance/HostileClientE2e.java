package dev.onboarding.allinone.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.allinone.system.Module;
import dev.onboarding.allinone.system.SharedSystem;
import dev.onboarding.testkit.hostile.Attack;
import dev.onboarding.testkit.hostile.Attacks;
import dev.onboarding.testkit.hostile.HostileClient;
import java.net.URI;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a caller that means harm gets from each server of ours as it is started.
@ExtendWith(SharedSystem.class)
class HostileClientE2e {

  private static SharedSystem.Started shared;

  @BeforeAll
  static void use(SharedSystem.Started started) {
    shared = started;
  }

  @ParameterizedTest
  @EnumSource
  void refusesAndShowsNothing(Module module) throws Exception {
    URI endpoint = URI.create("http://127.0.0.1:%d/mcp".formatted(shared.ports().of(module)));
    var headers = Door.headers(shared, module);
    var client = new HostileClient(endpoint, headers);

    for (Attack attack : Attacks.on(endpoint, headers, SampleCall.of(module).tool())) {
      client.make(attack);
    }

    assertThat(client.ping().status()).isEqualTo(200);
  }
}
