package dev.onboarding.allinone.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.allinone.system.Module;
import dev.onboarding.allinone.system.SharedSystem;
import dev.onboarding.testkit.hostile.HeldState;
import dev.onboarding.testkit.hostile.HostileClient;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Sixty thousand conversations that are begun and left, and nothing that is held for them.
@ExtendWith(SharedSystem.class)
class AbandonedInitializationsProof {

  private static final int CALLERS = 6;
  private static final int EACH = Integer.getInteger("proof.initializations", 60_000) / CALLERS;

  @Test
  void leaveNothingBehind(SharedSystem.Started shared) throws Exception {
    int port = shared.ports().of(Module.MCP_NETSUITE);
    var client =
        new HostileClient(
            URI.create("http://127.0.0.1:" + port + "/mcp"),
            Door.headers(shared, Module.MCP_NETSUITE));
    begun(client, 100);
    HeldState before = HeldState.now();

    List<Future<Integer>> calling = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(CALLERS)) {
      for (int i = 0; i < CALLERS; i++) {
        Callable<Integer> caller = () -> begun(client, EACH);
        calling.add(threads.submit(caller));
      }
    }
    int begun = 0;
    for (Future<Integer> caller : calling) {
      begun += caller.get();
    }

    assertThat(begun).isEqualTo(CALLERS * EACH);
    HeldState.now().assertNoMoreThan(before, CALLERS * EACH / 10);
    assertThat(client.ping().status()).isEqualTo(200);
  }

  private static int begun(HostileClient client, int times) throws Exception {
    int begun = 0;
    for (int i = 0; i < times; i++) {
      begun += client.initialize().status() == 200 ? 1 : 0;
    }
    return begun;
  }
}
