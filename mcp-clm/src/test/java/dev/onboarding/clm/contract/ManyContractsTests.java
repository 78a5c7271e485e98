package dev.onboarding.clm.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class ManyContractsTests {

  private static final int ACCOUNTS = 60;

  private final List<Envelope> envelopes = new ArrayList<>();
  private final List<Agreement> agreements = new ArrayList<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private @Nullable String failing;
  private ErrorType failure = ErrorType.SERVER_ERROR;
  private int total = -1;

  @Test
  void readsManyAccountsWithOneSweepAndOneQuestionForFiftyTerms() {
    everyAccountHasASignedEnvelope();

    AccountsContracts found = contracts(First.ACCOUNT_FIELD).ofAccounts(keys());

    assertThat(found.accounts())
        .hasSize(ACCOUNTS)
        .allSatisfy(account ->
            assertThat(account.contracts())
                .singleElement()
                .satisfies(
                    contract -> assertThat(contract.crmAccountId()).isEqualTo(account.accountId()))
                .satisfies(contract -> assertThat(contract.agreementId()).isNotNull()));
    assertThat(asked)
        .hasSize(3)
        .satisfiesExactlyInAnyOrder(
            sweep -> assertThat(sweep).contains("order_by=last_modified").contains("count=1000"),
            terms -> assertThat(terms).contains("source_id in ("),
            terms -> assertThat(terms).contains("source_id in ("));
  }

  @Test
  void findsTheSameBySweepingAsOneByOne() {
    everyAccountHasASignedEnvelope();
    envelopes.removeIf(envelope -> envelope.envelopeId().equals(envelopeId(7)));
    envelopes.add(
        Given.envelope(
            envelopeId(7), "completed", Map.of("crmAccountId", account(7).substring(0, 15))));
    envelopes.add(Given.envelope(envelopeId(100), "sent", Map.of("crmAccountId", account(3))));

    var swept = contracts(First.ACCOUNT_FIELD).ofAccounts(keys());
    var single = keys().stream().map(key -> contracts(First.ACCOUNT_FIELD).ofAccount(key)).toList();

    assertThat(swept.accounts().stream().map(AccountOutcome::contracts).toList())
        .isEqualTo(single.stream().map(AccountContracts::contracts).toList());
    assertThat(single.get(7).contracts()).hasSize(1);
    assertThat(single.get(3).contracts()).hasSize(2);
  }

  @Test
  void readsTheNamedEnvelopesWhereASweepWouldTakeTooManyPages() {
    everyAccountHasASignedEnvelope();
    envelopes.set(9, Given.envelope(envelopeId(9), "voided", Map.of("crmAccountId", account(9))));
    total = 4_001;

    AccountsContracts found = contracts(First.ACCOUNT_FIELD).ofAccounts(keys());

    assertThat(found.accounts()).allSatisfy(each -> assertThat(each.contracts()).hasSize(1));
    assertThat(asked).filteredOn(call -> call.contains("order_by")).hasSize(1);
    assertThat(asked).filteredOn(call -> call.contains("envelope_ids=")).hasSize(1);
    assertThat(asked)
        .filteredOn(call -> call.contains("custom_field="))
        .singleElement()
        .asString()
        .contains(account(9));
  }

  @Test
  void doesNotMultiplyAnOutageThatTheSweepMeets() {
    failing = "order_by";

    AccountsContracts found = contracts(First.ACCOUNT_FIELD).ofAccounts(keys());

    assertThat(found.accounts()).allSatisfy(each -> assertThat(each.failure()).isNotNull());
    assertThat(asked).hasSize(1);
  }

  @Test
  void asksForTermsOneByOneWhereTheQuestionForManyIsRefused() {
    everyAccountHasASignedEnvelope();
    failing = "$filter";
    failure = ErrorType.VALIDATION;

    AccountsContracts found = contracts(First.ACCOUNT_FIELD).ofAccounts(keys());

    assertThat(found.accounts())
        .allSatisfy(each ->
            assertThat(each.contracts())
                .singleElement()
                .extracting(Contract::agreementId)
                .isNotNull());
    assertThat(asked).filteredOn(call -> call.contains("source_id=")).hasSize(ACCOUNTS);
  }

  @Test
  void failsOnlyTheAccountsWhoseTermsCouldNotBeRead() {
    everyAccountHasASignedEnvelope();
    failing = envelopeId(55);

    AccountsContracts found = contracts(First.ENVELOPE_ID).ofAccounts(keys().subList(0, 54));

    assertThat(found.accounts()).allSatisfy(each -> assertThat(each.contracts()).hasSize(1));
    var last = contracts(First.ACCOUNT_FIELD).ofAccounts(keys());
    assertThat(last.accounts().subList(0, 50))
        .allSatisfy(each -> assertThat(each.failure()).isNull());
    assertThat(last.accounts().subList(50, ACCOUNTS))
        .allSatisfy(each -> assertThat(each.failure()).isNotNull());
  }

  private void everyAccountHasASignedEnvelope() {
    for (int i = 0; i < ACCOUNTS; i++) {
      envelopes.add(Given.envelope(envelopeId(i), "completed", Map.of("crmAccountId", account(i))));
      agreements.add(Given.agreement("a-" + i, envelopeId(i), null));
    }
  }

  private static List<AccountKey> keys() {
    return IntStream.range(0, ACCOUNTS)
        .mapToObj(i -> new AccountKey(account(i), null, envelopeId(i), null))
        .toList();
  }

  private static String account(int number) {
    return "001A0000000%04dIAA".formatted(number);
  }

  private static String envelopeId(int number) {
    return "00000000-0000-4000-8000-%012d".formatted(number);
  }

  private Contracts contracts(First first) {
    var properties = Given.properties(first);
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

  private UpstreamResponse answer(UpstreamRequest request) {
    String call = URLDecoder.decode(request.uri().toString(), UTF_8);
    asked.add(call);
    if (failing != null && call.contains(failing)) {
      throw new FailureException(Failure.of(failure, "REFUSED", 400, "DocuSign refused."));
    }
    if (call.contains("/agreements")) {
      return json(
          JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build(),
          Map.of(
              "data", agreements.stream().filter(one -> call.contains(one.sourceId())).toList()));
    }
    var found = envelopes.stream().filter(envelope -> isAskedFor(call, envelope)).toList();
    int all = total >= 0 && call.contains("order_by") ? total : found.size();
    return json(
        JsonMapper.shared(), Map.of("envelopes", found, "totalSetSize", String.valueOf(all)));
  }

  private static boolean isAskedFor(String call, Envelope envelope) {
    return call.contains("order_by")
        || (call.contains("custom_field=")
            ? call.contains("crmAccountId=" + envelope.field("crmAccountId") + "&")
            : call.contains(envelope.envelopeId()));
  }

  private static UpstreamResponse json(JsonMapper mapper, Object value) {
    return new UpstreamResponse(200, Map.of(), mapper.writeValueAsBytes(value));
  }
}
