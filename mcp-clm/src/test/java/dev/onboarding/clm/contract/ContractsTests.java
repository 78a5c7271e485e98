package dev.onboarding.clm.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.clm.contract.ClmProperties.First;
import dev.onboarding.clm.docusign.Agreement;
import dev.onboarding.clm.docusign.Agreements;
import dev.onboarding.clm.docusign.Envelope;
import dev.onboarding.clm.docusign.Envelopes;
import dev.onboarding.connector.UpstreamRequest;
import dev.onboarding.connector.UpstreamResponse;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.testkit.SettableClock;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class ContractsTests {

  private static final String E1 = "00000000-0000-4000-8000-000000000001";
  private static final String E2 = "00000000-0000-4000-8000-000000000002";
  private static final String E3 = "00000000-0000-4000-8000-000000000003";
  private static final String ACCOUNT = Given.ACCOUNT;
  private static final String NAME = "Acme Inc.";

  private final Map<String, Envelope> envelopes = new LinkedHashMap<>();
  private final List<Agreement> agreements = new ArrayList<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private @Nullable String failing;

  @Test
  void readsOneEnvelopeWithTwoCalls() {
    holds(Given.envelope(E1, "completed"));
    agreements.add(Given.agreement("a-1", E1, null));

    AccountContracts found = contracts(First.ACCOUNT_FIELD).ofAccount(key(E1, NAME));

    assertThat(found.envelopesMatching()).isEqualTo(1);
    assertThat(found.contracts()).extracting(Contract::agreementId).containsExactly("a-1");
    assertThat(asked)
        .satisfiesExactly(
            search -> assertThat(search).contains("custom_field=crmAccountId=" + ACCOUNT),
            terms -> assertThat(terms).contains("source_id=" + E1));
  }

  @Test
  void readsTheEnvelopeThatIsNamedFirstWhenConfigured() {
    holds(Given.envelope(E1, "completed"));
    agreements.add(Given.agreement("a-1", E1, null));

    contracts(First.ENVELOPE_ID).ofAccount(key(E1, NAME));

    assertThat(asked)
        .satisfiesExactly(
            read -> assertThat(read).contains("/envelopes/" + E1 + "?include="),
            terms -> assertThat(terms).contains("source_id=" + E1));
  }

  @Test
  void readsANamedEnvelopeThatDoesNotNameTheAccount() {
    holds(Given.envelope(E1, "completed", Map.of("crmAccountId", "001X")));

    AccountContracts found = contracts(First.ACCOUNT_FIELD).ofAccount(key(E1, null));

    assertThat(found.contracts()).extracting(Contract::crmAccountId).containsExactly("001X");
  }

  @Test
  void doesNotTrustTheSearch() {
    holds(Given.envelope(E1, "completed", Map.of("crmAccountId", ACCOUNT + "X")));

    assertThat(contracts(First.ACCOUNT_FIELD).ofAccount(key(null, null)).contracts()).isEmpty();
  }

  @Test
  void findsEnvelopesThatCarryTheShortFormOfTheId() {
    holds(Given.envelope(E1, "completed", Map.of("crmAccountId", ACCOUNT.substring(0, 15))));

    assertThat(contracts(First.ACCOUNT_FIELD).ofAccount(key(null, null)).contracts())
        .extracting(Contract::envelopeId)
        .containsExactly(E1);
  }

  @Test
  void findsEnvelopesByTheExternalKeyWhenConfigured() {
    holds(
        Given.envelope(E1, "completed", Map.of("crmAccountId", "ACME-001")),
        Given.envelope(E2, "completed"));
    Contracts byKey =
        contracts(Given.properties(First.ACCOUNT_FIELD, ClmProperties.Value.EXTERNAL_KEY));

    AccountContracts keyed = byKey.ofAccount(new AccountKey(ACCOUNT, "ACME-001", null, null));
    AccountContracts keyless = byKey.ofAccount(new AccountKey(ACCOUNT, " ", null, null));

    assertThat(keyed.contracts()).extracting(Contract::envelopeId).containsExactly(E1);
    assertThat(keyless.contracts()).extracting(Contract::envelopeId).containsExactly(E2);
  }

  @Test
  void searchesWhenTheNamedEnvelopeDoesNotExist() {
    holds(Given.envelope(E2, "completed"));

    for (First first : First.values()) {
      AccountContracts found = contracts(first).ofAccount(key(E1, null));

      assertThat(found.contracts()).extracting(Contract::envelopeId).containsExactly(E2);
    }
  }

  @Test
  void neverAsksForAnIdThatCannotBeOne() {
    holds(Given.envelope(E2, "completed"));

    AccountContracts found = contracts(First.ENVELOPE_ID).ofAccount(key("ENV-1/../x", null));

    assertThat(found.contracts()).hasSize(1);
    assertThat(asked).noneMatch(call -> call.contains("ENV-1"));
  }

  @Test
  void findsWhatWasSentAgainAfterItWasVoided() {
    holds(Given.envelope(E1, "voided"), Given.envelope(E2, "completed"));

    for (First first : First.values()) {
      AccountContracts found = contracts(first).ofAccount(key(E1, null));

      assertThat(found.envelopesMatching()).isEqualTo(2);
      assertThat(found.contracts())
          .extracting(Contract::status)
          .containsExactlyInAnyOrder(ContractStatus.VOIDED, ContractStatus.EXECUTED);
    }
  }

  @Test
  void listsAmendmentsAsTheirOwnWithOneCallForAllTerms() {
    holds(Given.envelope(E1, "completed"), Given.envelope(E2, "completed"));
    agreements.add(Given.agreement("a-1", E1, null));
    agreements.add(Given.agreement("a-2", E2, "doc-a-1"));
    agreements.add(Given.agreement("a-3", null, "doc-a-1"));
    agreements.add(Given.agreement("a-4", null, "doc-elsewhere"));

    AccountContracts found = contracts(First.ACCOUNT_FIELD).ofAccount(key(E1, NAME));

    assertThat(found.contracts())
        .extracting(Contract::agreementId)
        .containsExactly("a-1", "a-2", "a-3");
    assertThat(found.contracts())
        .extracting(Contract::parentDocumentId)
        .containsExactly(null, "doc-a-1", "doc-a-1");
    assertThat(found.contracts()).extracting(Contract::onPaper).containsExactly(false, false, true);
    assertThat(asked).hasSize(2);
  }

  @Test
  void asksForTheTermsOfEachExecutedEnvelopeThatTheNameDoesNotGive() {
    holds(
        Given.envelope(E1, "completed"),
        Given.envelope(E2, "completed"),
        Given.envelope(E3, "sent"));
    agreements.add(Given.agreement("a-1", E1, null));

    AccountContracts found = contracts(First.ACCOUNT_FIELD).ofAccount(key(null, null));

    assertThat(found.contracts()).extracting(Contract::agreementId).contains("a-1");
    assertThat(asked).hasSize(3).noneMatch(call -> call.contains("source_id=" + E3));
  }

  @Test
  void listsEveryAgreementOfAnEnvelopeWithSeveralDocuments() {
    holds(Given.envelope(E1, "completed"));
    agreements.add(Given.agreement("a-1", E1, null));
    agreements.add(Given.agreement("a-2", E1, null));

    AccountContracts found = contracts(First.ACCOUNT_FIELD).ofAccount(key(E1, NAME));

    assertThat(found.envelopesMatching()).isEqualTo(1);
    assertThat(found.contracts()).extracting(Contract::envelopeId).containsExactly(E1, E1);
  }

  @Test
  void findsAnAgreementOnPaperWhereThereIsNoEnvelope() {
    agreements.add(Given.agreement("a-1", null, null));
    agreements.add(Given.agreement("a-2", E1, null));

    AccountContracts found = contracts(First.ACCOUNT_FIELD).ofAccount(key(null, NAME));
    AccountContracts other = contracts(First.ACCOUNT_FIELD).ofAccount(key(null, "Acme Holdings"));

    assertThat(found.envelopesMatching()).isZero();
    assertThat(found.contracts()).extracting(Contract::agreementId).containsExactly("a-1");
    assertThat(other.contracts()).isEmpty();
  }

  @Test
  void findsAnAgreementOnPaperBesideAnEnvelopeThatWasDeclined() {
    holds(Given.envelope(E1, "declined"));
    agreements.add(Given.agreement("a-1", null, null));

    AccountContracts found = contracts(First.ACCOUNT_FIELD).ofAccount(key(E1, NAME));

    assertThat(found.contracts())
        .extracting(Contract::status)
        .containsExactly(ContractStatus.DECLINED, ContractStatus.EXECUTED);
  }

  @Test
  void confirmsAbsence() {
    AccountContracts found = contracts(First.ACCOUNT_FIELD).ofAccount(key(null, NAME));

    assertThat(found).isEqualTo(new AccountContracts(ACCOUNT, 0, List.of()));
    assertThat(asked).hasSize(3);
  }

  @Test
  void readsNamedEnvelopesOfManyAccountsWithOneCall() {
    holds(Given.envelope(E1, "completed"), Given.envelope(E2, "completed"));

    AccountsContracts found =
        contracts(First.ENVELOPE_ID)
            .ofAccounts(
                List.of(new AccountKey("A", null, E1, null), new AccountKey("B", null, E2, null)));

    assertThat(found.accounts())
        .extracting(outcome -> outcome.contracts().getFirst().envelopeId())
        .containsExactly(E1, E2);
    assertThat(asked)
        .hasSize(2)
        .filteredOn(call -> call.contains("envelope_ids"))
        .singleElement()
        .asString()
        .contains(E1 + "," + E2);
  }

  @Test
  void givesEachAccountItsOwnOutcome() {
    holds(
        Given.envelope(E1, "completed", Map.of("crmAccountId", "A")),
        Given.envelope(E2, "completed", Map.of("crmAccountId", "B")));
    failing = "crmAccountId=B";

    AccountsContracts found =
        contracts(First.ACCOUNT_FIELD)
            .ofAccounts(
                List.of(
                    new AccountKey("A", null, null, null),
                    new AccountKey("no id!", null, null, null),
                    new AccountKey("B", null, null, null),
                    new AccountKey("C", null, E3, null)));

    assertThat(found.accounts())
        .extracting(AccountOutcome::accountId)
        .containsExactly("A", "no id!", "B", "C");
    assertThat(found.accounts().get(0).contracts()).hasSize(1);
    assertThat(failure(found, 1).errorCode()).isEqualTo("INVALID_ACCOUNT_ID");
    assertThat(failure(found, 2).errorType()).isEqualTo(ErrorType.SERVER_ERROR);
    assertThat(found.accounts().get(2).contracts()).isNull();
    assertThat(found.accounts().get(2).envelopesMatching()).isNull();
    assertThat(found.accounts().get(3).contracts()).isEmpty();
  }

  @Test
  void failsWhenTheTermsCannotBeRead() {
    holds(Given.envelope(E1, "completed"));
    failing = "source_id";

    assertThatThrownBy(() -> contracts(First.ACCOUNT_FIELD).ofAccount(key(E1, NAME)))
        .isInstanceOf(FailureException.class);
  }

  @Test
  void takesOneToTwoHundredAccounts() {
    Contracts contracts = contracts(First.ACCOUNT_FIELD);
    AccountKey account = new AccountKey("A", null, null, null);

    assertThat(contracts.ofAccounts(Collections.nCopies(200, account)).accounts()).hasSize(200);
    assertThatThrownBy(() -> contracts.ofAccounts(Collections.nCopies(201, account)))
        .hasMessageContaining("201 entries");
    assertThatThrownBy(() -> contracts.ofAccounts(List.of())).isInstanceOf(FailureException.class);
  }

  private static Failure failure(AccountsContracts found, int index) {
    Failure failure = found.accounts().get(index).failure();
    assertThat(failure).isNotNull();
    return failure;
  }

  private static AccountKey key(@Nullable String envelopeId, @Nullable String name) {
    return new AccountKey(ACCOUNT.substring(0, 15), null, envelopeId, name);
  }

  private void holds(Envelope... held) {
    for (Envelope envelope : held) {
      envelopes.put(envelope.envelopeId(), envelope);
    }
  }

  private Contracts contracts(First first) {
    return contracts(Given.properties(first));
  }

  private Contracts contracts(ClmProperties properties) {
    URI address = URI.create("http://ds.example");
    return new Contracts(
        new FindEnvelopes(
            new Envelopes(this::answer, address),
            properties,
            SettableClock.at(Instant.parse("2026-11-20T10:00:00Z"))),
        new FindAgreements(new Agreements(this::answer, URI.create(address + "/agreements"))),
        new TranslateContract(properties),
        properties,
        Clock.systemUTC());
  }

  /// DocuSign in a few lines; its search by field finds every value that begins alike.
  private UpstreamResponse answer(UpstreamRequest request) {
    String call = URLDecoder.decode(request.uri().toString(), UTF_8);
    asked.add(call);
    if (failing != null && call.contains(failing)) {
      throw new FailureException(
          Failure.of(ErrorType.SERVER_ERROR, "SERVER_ERROR", 500, "DocuSign failed."));
    }
    if (call.contains("/agreements")) {
      return json(
          JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build(),
          Map.of(
              "data",
              agreements.stream()
                  .filter(a ->
                      call.contains("parties.name")
                          || call.contains("'" + a.sourceId() + "'")
                          || call.contains("source_id=" + a.sourceId() + "&"))
                  .toList()));
    }
    if (call.contains("/envelopes/")) {
      Envelope envelope = envelopes.get(call.replaceAll(".*/envelopes/|\\?.*", ""));
      return envelope == null
          ? new UpstreamResponse(404, Map.of(), "{}".getBytes(UTF_8))
          : json(JsonMapper.shared(), envelope);
    }
    List<Envelope> found =
        envelopes.values().stream()
            .filter(envelope ->
                call.contains("order_by=") || call.contains("custom_field=")
                    ? call.contains("order_by=")
                        || String.valueOf(envelope.field("crmAccountId"))
                            .startsWith(call.replaceAll(".*crmAccountId=|&.*", ""))
                    : call.contains(envelope.envelopeId()))
            .toList();
    return json(
        JsonMapper.shared(),
        Map.of("envelopes", found, "totalSetSize", String.valueOf(found.size())));
  }

  private static UpstreamResponse json(JsonMapper mapper, Object value) {
    return new UpstreamResponse(200, Map.of(), mapper.writeValueAsBytes(value));
  }
}
