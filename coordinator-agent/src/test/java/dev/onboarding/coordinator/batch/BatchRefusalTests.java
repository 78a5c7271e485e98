package dev.onboarding.coordinator.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.coordinator.RunningCoordinator;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchRefusalTests {

  private static final RunningCoordinator SYSTEM = RunningCoordinator.shared();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|either account_ids",
        "{\"account_ids\":[\"A\"],\"won_since\":\"2026-01-01\"}|not both",
        "{\"account_ids\":[]}|give 1 to 10000",
        "{\"account_ids\":[\"A\"],\"limit\":5}|limit goes with won_since",
        "{\"won_since\":\"2026-01-01\",\"limit\":0}|limit is 0: give 1 to 10000",
        "{\"won_since\":\"2999-01-01\"}|won_since is 2999-01-01",
        "{\"account_ids\":[\"A\"],\"correlation_id\":\"a b\"}|correlation_id",
        "{\"account_ids\":[\"A\"],\"requested_by\":\"a\\u0007b\"}|requested_by",
        "{\"account_ids\":[\"A\"],\"colour\":\"red\"}|colour"
      })
  void refusesWhatItCannotDoAndSaysWhatItTakes(String body, String said) {
    var answer = SYSTEM.post("/api/runs:batch", body);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains(said);
  }

  @Test
  void refusesMoreAccountsThanOneBatchTakes() {
    var ids = Collections.nCopies(10_001, "KEY-1");

    var answer =
        SYSTEM.post("/api/runs:batch", RunningCoordinator.json(Map.of("account_ids", ids)));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("10001 entries").contains("at most 10000");
  }

  @Test
  void knowsNoBatchThatDoesNotExist() {
    assertThat(SYSTEM.get("/api/batches/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    assertThat(SYSTEM.get("/api/batches/nonsense/report.csv").statusCode()).isEqualTo(404);
    assertThat(SYSTEM.get("/api/batches?size=0").statusCode()).isEqualTo(400);
  }
}
