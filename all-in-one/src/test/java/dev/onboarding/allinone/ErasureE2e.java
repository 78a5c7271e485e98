package dev.onboarding.allinone;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.onboarding.allinone.client.RunView;
import dev.onboarding.allinone.system.LocalAccess;
import dev.onboarding.allinone.system.SharedSystem;
import dev.onboarding.edge.EdgeJson;
import dev.onboarding.testkit.DatabaseText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// A customer's people, planted in every outside system and looked for in everything of ours.
@ExtendWith(SharedSystem.class)
class ErasureE2e {

  private final String mark = "canary" + UUID.randomUUID().toString().substring(0, 8);
  private final String key = "ERASE-" + UUID.randomUUID().toString().substring(0, 8);

  @Test
  void leavesNoPersonalValueInAnyColumnOrFile(SharedSystem.Started shared) throws IOException {
    var data = shared.data();
    var journey = shared.journey();
    var database = new PGSimpleDataSource();
    database.setUrl("jdbc:postgresql://127.0.0.1:%d/postgres".formatted(shared.ports().database()));
    database.setUser("postgres");
    database.setPassword(data.databasePassword());
    var run = onboarded(journey);
    var api = new Rest(shared.system().coordinator(), shared.system().access());
    assertThat(tables(database)).contains("coordinator", "provisioning");
    assertThat(tables(database)).as("the audit trail holds nobody").doesNotContain("audit");
    assertThat(sealed(database)).as("keys by which the trail seals").isPositive();
    assertThat(files(data.reports())).isNotEmpty();

    var erasure =
        api.post("/api/erasures", Map.of("account", key, "by", "Dora Data", "reason", "On paper"));
    var address = "/api/erasures/" + erasure.path("erasure_id").asString();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> api.get(address).path("state").asString().equals("DONE"));

    assertThat(DatabaseText.holding(database, mark)).isEmpty();
    assertThat(sealed(database)).isZero();
    assertThat(files(data.reports())).isEmpty();
    assertThat(api.get(address).at("/provisioning/tasks").asInt()).isEqualTo(14);
    assertThat(api.get("/api/runs/" + run.id()).at("/erased/by").asString())
        .isEqualTo("Dora Data (onboarding-cli)");
    assertThat(journey.coordinator().report(run.id(), "html")).contains("Dora Data");
  }

  /// Keys of accounts that the runs of the key are about.
  private int sealed(PGSimpleDataSource database) {
    return JdbcClient.create(database)
        .sql(
            """
            select count(*) from audit.account_keys k where exists (
              select from coordinator.run r where r.account_key = ? and k.account = r.account_id)\
            """)
        .param(key)
        .query(Integer.class)
        .single();
  }

  private RunView onboarded(Journey journey) {
    journey
        .sandbox()
        .account(
            key,
            Map.of(
                "like",
                "GAMMA-003",
                "account",
                Map.of("name", mark + " and Daughters"),
                "owner",
                Map.of(
                    "name", "Olga " + mark,
                    "email", mark + "@ourcompany.example",
                    "title", mark + " Manager",
                    "department", mark + " Department"),
                "envelopes",
                List.of(
                    Map.of(
                        "signers",
                        List.of(
                            Map.of(
                                "name",
                                "Sandra " + mark,
                                "email",
                                mark + ".sandra@customer.example",
                                "role",
                                "Customer",
                                "order",
                                1,
                                "signed",
                                "-16d")))),
                "customers",
                List.of(Map.of("email", mark + ".billing@customer.example"))));
    var asked = journey.onboard(key);
    assertThat(asked.state()).isEqualTo("WAITING_APPROVAL");
    journey.coordinator().answer(asked, "APPROVE", "Petra Person", "Sandra " + mark + " paid");
    var run =
        await()
            .atMost(Duration.ofSeconds(60))
            .until(
                () -> journey.coordinator().run(asked.id()),
                now -> now.state().equals("COMPLETED"));
    assertThat(run.verdict()).isEqualTo("ESCALATE");
    return run;
  }

  private List<String> tables(PGSimpleDataSource database) {
    return DatabaseText.holding(database, mark).stream()
        .map(column -> column.substring(0, column.indexOf('.')))
        .distinct()
        .toList();
  }

  private List<Path> files(Path directory) throws IOException {
    try (var all = Files.walk(directory)) {
      return all.filter(Files::isRegularFile).filter(this::isMarked).toList();
    }
  }

  private boolean isMarked(Path file) {
    try {
      return Files.readString(file, ISO_8859_1).contains(mark);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// The coordinator's interface for people, as far as erasures go.
  private record Rest(URI coordinator, LocalAccess access) {

    JsonNode get(String path) {
      return sent(HttpRequest.newBuilder(coordinator.resolve(path)).GET());
    }

    JsonNode post(String path, Object body) {
      return sent(
          HttpRequest.newBuilder(coordinator.resolve(path))
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(EdgeJson.mapper().writeValueAsString(body))));
    }

    private JsonNode sent(HttpRequest.Builder request) {
      try (var http = HttpClient.newHttpClient()) {
        var answer =
            http.send(
                request.header("Authorization", "Bearer " + access.token()).build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return EdgeJson.mapper().readTree(answer.body());
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(stopped);
      }
    }
  }
}
