package dev.onboarding.allinone.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.allinone.system.Module;
import dev.onboarding.allinone.system.SharedSystem;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every agent finds on the servers of the same system what it needs of them, and its health says
/// so.
@ExtendWith(SharedSystem.class)
class NeededContractsE2e {

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = ".*_AGENT")
  void areFoundOnTheServers(Module agent, SharedSystem.Started shared) throws Exception {
    URI health =
        URI.create("http://127.0.0.1:%d/actuator/health".formatted(shared.ports().of(agent)));
    try (HttpClient http = HttpClient.newHttpClient()) {
      String body =
          http.send(HttpRequest.newBuilder(health).build(), BodyHandlers.ofString()).body();

      JsonNode contracts = JsonMapper.shared().readTree(body).at("/components/toolContracts");

      assertThat(contracts.path("status").asString()).as(body).isEqualTo("UP");
      assertThat(contracts.path("details")).as(body).isNotEmpty();
      assertThat(contracts.path("details").valueStream().map(JsonNode::asString))
          .allMatch("has what is needed"::equals);
    }
  }
}
