package dev.onboarding.salesforce.snapshot;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.onboarding.model.Failure;
import dev.onboarding.salesforce.TestConnector;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Batches that fail as a whole or in part.
class BatchedSnapshotsContractTests {

  private static final String COMPOSITE = "/services/data/v66.0/composite";
  private static final String EMPTY_PARTS =
      part("q0", "") + "," + part("q1", "") + "," + part("q2", "");

  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  private TestConnector connector;
  private Snapshots snapshots;

  @BeforeEach
  void connect() {
    SERVER.stubFor(post("/services/oauth2/token").willReturn(okJson("{\"access_token\": \"t\"}")));
    connector = TestConnector.to(SERVER.baseUrl());
    snapshots = connector.get(Snapshots.class);
  }

  @AfterEach
  void disconnect() {
    connector.close();
  }

  @Test
  void readsInHalvesWhatIsTooMuchAtOnce() {
    SERVER.stubFor(post(COMPOSITE).willReturn(parts(EMPTY_PARTS)));
    SERVER.stubFor(
        post(COMPOSITE)
            .withRequestBody(containing("+IN+"))
            .willReturn(
                parts(
                    "{\"referenceId\": \"q0\", \"httpStatusCode\": 400, \"body\":"
                        + " [{\"errorCode\": \"QUERY_TIMEOUT\", \"message\": \"too slow\"}]}")));

    List<SnapshotOutcome> outcomes = snapshots.ofEach(List.of("A", "B", "C", "D"));

    assertThat(outcomes).extracting(SnapshotOutcome::failure).containsOnlyNulls();
    assertThat(outcomes)
        .extracting(outcome -> outcome.snapshot().lookedUp())
        .containsExactly("A", "B", "C", "D");
    SERVER.verify(7, postRequestedFor(urlEqualTo(COMPOSITE))); // 4, 2 + 2, 1 + 1 + 1 + 1
  }

  @Test
  void multipliesNoFailureThatHitsEveryCallAlike() {
    SERVER.stubFor(
        post(COMPOSITE)
            .willReturn(
                aResponse()
                    .withStatus(403)
                    .withBody("[{\"errorCode\": \"INSUFFICIENT_ACCESS\", \"message\": \"no\"}]")));

    List<SnapshotOutcome> outcomes = snapshots.ofEach(List.of("A", "B", "C", "D"));

    assertThat(outcomes)
        .extracting(SnapshotOutcome::failure)
        .extracting(Failure::errorCode)
        .containsOnly("INSUFFICIENT_ACCESS");
    SERVER.verify(1, postRequestedFor(urlEqualTo(COMPOSITE)));
  }

  @Test
  void failsOnlyTheAccountWhoseRowsCannotBeRead() {
    String accounts =
        "{\"Id\": \"1\", \"External_Key__c\": \"GOOD\", \"IsDeleted\": false},"
            + "{\"Id\": \"2\", \"External_Key__c\": \"BAD\", \"IsDeleted\": \"perhaps\"}";
    SERVER.stubFor(
        post(COMPOSITE)
            .willReturn(parts(part("q0", accounts) + "," + part("q1", "") + "," + part("q2", ""))));

    List<SnapshotOutcome> outcomes = snapshots.ofEach(List.of("GOOD", "BAD"));

    assertThat(outcomes.get(0).snapshot().account().id()).isEqualTo("1");
    assertThat(outcomes.get(1).failure().errorCode()).isEqualTo("UNREADABLE_ANSWER");
  }

  @Test
  void asksForARepeatedAccountOnce() {
    SERVER.stubFor(post(COMPOSITE).willReturn(parts(EMPTY_PARTS)));

    assertThat(snapshots.ofEach(List.of("A", "A", "A"))).hasSize(3);

    SERVER.verify(
        1,
        postRequestedFor(urlEqualTo(COMPOSITE))
            .withRequestBody(containing("External_Key__c+%3D+%27A%27")));
  }

  private static ResponseDefinitionBuilder parts(String parts) {
    return okJson("{\"compositeResponse\": [" + parts + "]}");
  }

  private static String part(String referenceId, String rows) {
    return """
    {"referenceId": "%s", "httpStatusCode": 200, "body": {"done": true, "records": [%s]}}\
    """
        .formatted(referenceId, rows);
  }
}
