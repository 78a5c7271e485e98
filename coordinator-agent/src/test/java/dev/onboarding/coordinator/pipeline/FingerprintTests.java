package dev.onboarding.coordinator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.edge.EdgeJson;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FingerprintTests {

  private final Fingerprint fingerprint = new Fingerprint(EdgeJson.mapper());

  @Test
  void isTheSameForTheSameFactsReadAtAnotherTime() {
    assertThat(fingerprint.ofFacts(finding(25, "yesterday")))
        .isEqualTo(fingerprint.ofFacts(finding(25, "today")));
  }

  @Test
  void differsWithTheFacts() {
    assertThat(fingerprint.ofFacts(finding(25, "today")))
        .isNotEqualTo(fingerprint.ofFacts(finding(26, "today")));
  }

  @Test
  void coversEverythingOtherwise() {
    assertThat(fingerprint.of(finding(25, "yesterday")))
        .isNotEqualTo(fingerprint.of(finding(25, "today")));
  }

  @Test
  void isSha256OfTheTextAsItIs() {
    assertThat(Fingerprint.ofText("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  private static Object finding(int days, String readAt) {
    return Map.of(
        "invoice",
        Map.of(
            "findings",
            List.of(Map.of("days_overdue", days, "evidence", List.of(Map.of("read_at", readAt))))));
  }
}
