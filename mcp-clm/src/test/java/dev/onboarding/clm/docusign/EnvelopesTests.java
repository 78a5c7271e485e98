package dev.onboarding.clm.docusign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.connector.UpstreamRequest;
import dev.onboarding.connector.UpstreamResponse;
import dev.onboarding.model.FailureException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopesTests {

  private static final Instant SINCE = Instant.parse("2020-01-01T00:00:00Z");

  private final List<String> asked = new ArrayList<>();

  @Test
  void readsOneWithRecipientsAndFields() {
    Envelope envelope =
        answering(
                """
                {"envelopeId":"e-1","status":"sent","unknown":1,
                 "customFields":{"textCustomFields":[{"name":"crmAccountId","value":"001A"},{"name":"x","value":""}]},
                 "recipients":{"signers":[{"name":"A","routingOrder":"1"}],"carbonCopies":[{"name":"C"}],
                   "inPersonSigners":[{"hostName":"H","signerName":"B"}],"recipientCount":"3"}}\
                """)
            .byId("e-1")
            .orElseThrow();

    assertThat(envelope.field("crmAccountId")).isEqualTo("001A");
    assertThat(envelope.field("x")).isNull();
    assertThat(envelope.field("y")).isNull();
    assertThat(envelope.signers()).hasSize(2);
    assertThat(asked)
        .containsExactly(
            "http://ds.example/accounts/a/envelopes/e-1?include=recipients,custom_fields");
  }

  @Test
  void knowsThatThereIsNone() {
    assertThat(answering(_ -> response(404, "{}")).byId("e-1")).isEmpty();
  }

  @Test
  void readsAnEnvelopeThatSaysNearlyNothing() {
    Envelope envelope = answering("{\"envelopeId\":\"e-1\"}").byId("e-1").orElseThrow();

    assertThat(envelope.signers()).isEmpty();
    assertThat(envelope.field("crmAccountId")).isNull();
  }

  @Test
  void searchesByFieldPageByPage() {
    List<Envelope> found =
        answering(request ->
                request.uri().getQuery().contains("start_position=0")
                    ? response(200, page("3", "e-1", "e-2"))
                    : response(200, page("3", "e-3")))
            .withField("crmAccountId", "001A", SINCE);

    assertThat(found).extracting(Envelope::envelopeId).containsExactly("e-1", "e-2", "e-3");
    assertThat(asked.getFirst())
        .isEqualTo(
            "http://ds.example/accounts/a/envelopes?custom_field=crmAccountId%3D001A"
                + "&from_date=2020-01-01T00:00:00Z&include=recipients,custom_fields"
                + "&count=100&start_position=0");
    assertThat(asked.getLast()).endsWith("start_position=2");
  }

  @Test
  void readsAnEmptyListThatIsLeftOut() {
    Envelopes envelopes = answering("{\"resultSetSize\":\"0\",\"totalSetSize\":\"0\"}");

    assertThat(envelopes.withField("crmAccountId", "001A", SINCE)).isEmpty();
    assertThat(asked).hasSize(1);
  }

  @Test
  void asksForAHundredIdsAtOnce() {
    List<String> ids = Stream.generate(() -> UUID.randomUUID().toString()).limit(150).toList();

    answering("{\"resultSetSize\":\"0\"}").byIds(ids);

    assertThat(asked).hasSize(2);
    assertThat(asked.getFirst().split(",(?=[0-9a-f-]{36})")).hasSize(100);
    assertThat(asked.getLast()).contains(ids.getLast());
  }

  @Test
  void asksForTheSameIdOnce() {
    answering("{\"resultSetSize\":\"0\"}").byIds(Collections.nCopies(5, "e-1"));

    assertThat(asked).singleElement().asString().contains("envelope_ids=e-1&");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "null",
        "{}",
        "{\"envelopes\":{}}",
        "{\"envelopes\":[null],\"totalSetSize\":\"1\"}",
        "{\"envelopes\":[{\"status\":\"sent\"}],\"totalSetSize\":\"1\"}",
        "{\"envelopes\":[{\"envelopeId\":\"e\",\"recipients\":[]}],\"totalSetSize\":\"1\"}",
        "{\"envelopes\":[{\"envelopeId\":\"e\",\"recipients\":{\"signers\":[null]}}]}",
        "{\"envelopes\":[],\"totalSetSize\":\"7\"}",
        "{\"envelopes\":[{\"envelopeId\":\"e\"}],\"totalSetSize\":\"999999999\"}",
        "<html>",
        "{\"envelopes\":[{\"envelopeId\":\"e\""
      })
  void refusesWhatIsNoList(String body) {
    Envelopes envelopes = answering(body);

    assertThatThrownBy(() -> envelopes.withField("crmAccountId", "001A", SINCE))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> assertThat(e.failure().errorCode()).isEqualTo("UNREADABLE_ANSWER"));
  }

  @Test
  void knowsItsOwnIds() {
    assertThat(Envelopes.isId("93be49ab-afa0-4adf-933c-f752070d71ec")).isTrue();
    assertThat(Envelopes.isId("ENV-1")).isFalse();
    assertThat(Envelopes.isId("93be49ab-afa0-4adf-933c-f752070d71ec?x=1")).isFalse();
  }

  private Envelopes answering(String body) {
    return answering(_ -> response(200, body));
  }

  private Envelopes answering(Function<UpstreamRequest, UpstreamResponse> docuSign) {
    return new Envelopes(
        request -> {
          asked.add(request.uri().toString());
          return docuSign.apply(request);
        },
        URI.create("http://ds.example/accounts/a"));
  }

  private static UpstreamResponse response(int status, String body) {
    return new UpstreamResponse(status, Map.of(), body.getBytes(UTF_8));
  }

  private static String page(String total, String... ids) {
    String envelopes =
        Stream.of(ids)
            .map("{\"envelopeId\":\"%s\"}"::formatted)
            .collect(java.util.stream.Collectors.joining(","));
    return "{\"totalSetSize\":\"%s\",\"envelopes\":[%s]}".formatted(total, envelopes);
  }
}
