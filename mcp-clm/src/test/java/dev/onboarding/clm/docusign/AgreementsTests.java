package dev.onboarding.clm.docusign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.connector.UpstreamRequest;
import dev.onboarding.connector.UpstreamResponse;
import dev.onboarding.model.FailureException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgreementsTests {

  private final List<String> asked = new ArrayList<>();

  @Test
  void readsThoseOfAnEnvelopePageByPage() {
    Agreements agreements =
        answering(request ->
            request.uri().getQuery().contains("ctoken")
                ? response(200, "{\"data\":[{\"id\":\"2\"}],\"response_metadata\":{}}")
                : response(
                    200,
                    """
                    {"data":[{"id":"1","source_id":"e-1","source_name":"Docusign eSign",
                      "provisions":{"effective_date":"2024-09-01T00:00:00+02:00","total_agreement_value":150000.5},
                      "related_agreement_documents":{"parent_agreement_document_id":"d-0"}}],
                     "response_metadata":{"page_limit":50,"page_token_next":"a b"}}\
                    """));

    List<Agreement> found = agreements.ofEnvelope("e-1");

    assertThat(found).extracting(Agreement::id).containsExactly("1", "2");
    assertThat(found.getFirst().parentDocumentId()).isEqualTo("d-0");
    assertThat(found.getFirst().provisions().totalAgreementValue())
        .isEqualByComparingTo("150000.5");
    assertThat(asked)
        .containsExactly(
            "http://ds.example/agreements?source_id=e-1&limit=50",
            "http://ds.example/agreements?source_id=e-1&limit=50&ctoken=a+b");
  }

  @Test
  void searchesByPartyWhateverItsName() {
    answering(_ -> response(200, "{\"data\":[]}")).ofParty("Müller & Söhne, Inc.");

    assertThat(asked.getFirst())
        .contains("parties.name_in_agreement=M%C3%BCller+%26+S%C3%B6hne%2C+Inc.&limit");
  }

  @Test
  void asksNothingWhereTheyAreNotLicensed() {
    Agreements agreements =
        new Agreements(
            _ -> {
              throw new AssertionError("asked");
            },
            null);

    assertThat(agreements.ofEnvelope("e-1")).isEmpty();
    assertThat(agreements.ofParty("Acme")).isEmpty();
  }

  @Test
  void takesA404ForNone() {
    assertThat(answering(_ -> response(404, "{}")).ofEnvelope("e-1")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{}",
        "null",
        "{\"data\":[null]}",
        "{\"data\":{}}",
        "{\"data\":[{\"provisions\":\"none\"}]}",
        "{\"data\":[{\"provisions\":{\"total_agreement_value\":\"lots\"}}]}",
        "{\"data\":[],\"response_metadata\":{\"page_token_next\":\"again\"}}",
        "<html>"
      })
  void refusesWhatIsNoList(String body) {
    assertThatThrownBy(() -> answering(_ -> response(200, body)).ofEnvelope("e-1"))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> assertThat(e.failure().errorCode()).isEqualTo("UNREADABLE_ANSWER"));
    assertThat(asked).hasSizeLessThanOrEqualTo(20);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Acme, Inc. | ACME, INC | true",
        "Müller GmbH | müller gmbh | true",
        "Acme | Acme Holdings | false"
      })
  void comparesNamesByTheirLettersAndDigits(String name, String inAgreement, boolean same) {
    var agreement =
        new Agreement(
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            List.of(
                new Agreement.Party("Our Company", null), new Agreement.Party(inAgreement, null)),
            null,
            null,
            null,
            null);

    assertThat(agreement.isWith(name)).isEqualTo(same);
  }

  private Agreements answering(Function<UpstreamRequest, UpstreamResponse> docuSign) {
    return new Agreements(
        request -> {
          asked.add(request.uri().toString());
          return docuSign.apply(request);
        },
        URI.create("http://ds.example/agreements"));
  }

  private static UpstreamResponse response(int status, String body) {
    return new UpstreamResponse(status, Map.of(), body.getBytes(UTF_8));
  }
}
