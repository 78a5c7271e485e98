package dev.onboarding.coordinator.docusign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.coordinator.http.ProblemException;
import dev.onboarding.edge.EdgeJson;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class ConnectEventTests {

  private static final String ENVELOPE = "8ADEB0A1-7a3c-4c35-9f7e-1f0c6f4d2a11";

  @Test
  void readsWhatItNeedsAndLeavesTheRest() {
    var event = read(tree("envelope-completed", "001000000000001")).orElseThrow();

    assertThat(event.name()).isEqualTo("envelope-completed");
    assertThat(event.envelope()).isEqualTo(ENVELOPE.toLowerCase(java.util.Locale.ROOT));
    assertThat(event.status()).isEqualTo("completed");
    assertThat(event.account()).isEqualTo("001000000000001AAA");
    assertThat(event.recipient()).isNull();
  }

  @Test
  void namesEveryDeliveryOfAnEventAlike() {
    var first = tree("envelope-completed", "x");
    var again = tree("envelope-completed", "x");
    again.put("retryCount", 4).put("generatedDateTime", "2026-02-01T00:00:00Z");
    var later = tree("envelope-completed", "x");
    summary(later).put("lastModifiedDateTime", "2026-02-01T00:00:00Z");

    assertThat(read(again).orElseThrow().id()).isEqualTo(read(first).orElseThrow().id());
    assertThat(read(later).orElseThrow().id()).isNotEqualTo(read(first).orElseThrow().id());
  }

  @Test
  void tellsRecipientsApart() {
    var one = tree("recipient-completed", "x");
    var other = tree("recipient-completed", "x");
    ((ObjectNode) other.path("data")).put("recipientId", "2");

    assertThat(read(one).orElseThrow().id()).isNotEqualTo(read(other).orElseThrow().id());
  }

  @Test
  void leavesEventsAloneThatConcernNoEnvelope() {
    assertThat(read(tree("template-created", "x"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "has space", "a\u0000b", "../x", "é"})
  void takesNoAccountThatCannotBeOne(String account) {
    assertThat(read(tree("envelope-completed", account)).orElseThrow().account()).isNull();
  }

  @Test
  void takesNoTextThatCannotBeStored() {
    var event = tree("envelope-completed", "x");
    summary(event).put("status", "com\u0000pleted").put("lastModifiedDateTime", "x".repeat(999));

    assertThat(read(event).orElseThrow().status()).isNull();
    assertThat(read(event).orElseThrow().changedAt()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "8adeb0a1-7a3c-4c35-9f7e-1f0c6f4d2a1", "' or 1=1"})
  void refusesAnEnvelopeThatIsNone(String envelope) {
    var event = tree("envelope-completed", "x");
    ((ObjectNode) event.path("data")).put("envelopeId", envelope);

    assertThatThrownBy(() -> read(event))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("data.envelopeId");
  }

  @Test
  void refusesAnEventWithoutName() {
    var event = tree("envelope-completed", "x");
    event.remove("event");

    assertThatThrownBy(() -> read(event)).isInstanceOf(ProblemException.class);
  }

  private static ObjectNode summary(ObjectNode event) {
    return (ObjectNode) event.at("/data/envelopeSummary");
  }

  private static ObjectNode tree(String name, String account) {
    return (ObjectNode)
        EdgeJson.mapper().readTree(Connect.event(name, ENVELOPE, "completed", account));
  }

  private static Optional<ConnectEvent> read(ObjectNode event) {
    return ConnectEvent.of(event);
  }
}
