package dev.onboarding.netsuite.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.connector.BaseAddress;
import dev.onboarding.connector.UpstreamRequest;
import dev.onboarding.connector.UpstreamResponse;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.netsuite.invoice.InvoiceIdentity.Value;
import dev.onboarding.netsuite.suiteql.Answers;
import dev.onboarding.netsuite.suiteql.SuiteQl;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InvoicesTests {

  private static final String ACCOUNT = "001A00000012345";
  private static final String LONG_ACCOUNT = "001A00000012345IAA";

  private final List<String> queries = new ArrayList<>();
  private Supplier<UpstreamResponse> netSuite = () -> Answers.page(false);

  @Test
  void findsAnAccountByItsExternalKey() {
    invoices(Value.EXTERNAL_KEY).ofAccount(new AccountKey(ACCOUNT, "ACME-001", null, null));

    assertThat(queries)
        .singleElement()
        .asString()
        .contains("WHERE c.externalid IN ('ACME-001') ORDER BY c.id, t.id");
  }

  @Test
  void fallsBackToTheAccountIdWhereThereIsNoExternalKey() {
    AccountInvoices found =
        invoices(Value.EXTERNAL_KEY).ofAccount(new AccountKey(ACCOUNT, null, null, null));

    assertThat(queries.getFirst()).contains("c.externalid IN ('" + LONG_ACCOUNT + "')");
    assertThat(found.accountId()).isEqualTo(LONG_ACCOUNT);
  }

  @Test
  void findsAnAccountByItsIdWhenConfigured() {
    invoices(Value.ACCOUNT_ID).ofAccount(new AccountKey(ACCOUNT, "ACME-001", null, null));

    assertThat(queries.getFirst()).contains("c.externalid IN ('" + LONG_ACCOUNT + "')");
  }

  @Test
  void alsoFindsWhatNamesTheDealOrTheContractInEitherFormOfTheirIds() {
    invoices(Value.EXTERNAL_KEY)
        .ofAccount(new AccountKey(ACCOUNT, "ACME-001", "006A00000012345AAA", "800A00000012345"));

    assertThat(queries.getFirst())
        .contains(
            "WHERE c.externalid IN ('ACME-001')"
                + " OR t.custbody_sf_opportunity_id IN ('006A00000012345AAA', '006A00000012345')"
                + " OR t.custbody_sf_contract_id IN ('800A00000012345') ORDER BY");
  }

  @Test
  void asksForNoFieldThatTheAccountDoesNotHave() {
    invoices(new InvoiceIdentity("externalid", Value.EXTERNAL_KEY, "", "", "", "USD"))
        .ofAccount(new AccountKey(ACCOUNT, "ACME-001", "006A00000012345AAA", "800A00000012345"));

    assertThat(queries.getFirst())
        .contains("t.voided AS voided, t.exchangerate AS exchange_rate, ")
        .contains("WHERE c.externalid IN ('ACME-001') ORDER BY c.id, t.id")
        .doesNotContain("opportunity_id", "contract_id", "crm_account_id");
  }

  @Test
  void refusesIdsThatAreNone() {
    Invoices invoices = invoices(Value.EXTERNAL_KEY);

    assertThatThrownBy(
            () -> invoices.ofAccount(new AccountKey(ACCOUNT, null, "1' OR '1'='1", null)))
        .hasMessageContaining("opportunity_id");
    assertThatThrownBy(() -> invoices.ofAccount(new AccountKey(ACCOUNT, null, null, "800")))
        .hasMessageContaining("contract_id");
    assertThatThrownBy(() -> invoices.ofAccount(new AccountKey("no id!", null, null, null)))
        .hasMessageContaining("'no id!' is no account id");
    assertThatThrownBy(() -> invoices.ofAccount(new AccountKey(ACCOUNT, "x'y", null, null)))
        .hasMessageContaining("x'y");
    assertThat(queries).isEmpty();
  }

  @Test
  void readsManyAccountsWithOneQueryAndGivesEachItsOwn() {
    netSuite =
        () ->
            Answers.page(
                false,
                "{\"customer_id\":\"1\",\"customer_key\":\"A\"}",
                "{\"customer_id\":\"2\",\"customer_key\":\"B\",\"transaction_type\":\"CustInvc\",\"due\":\"soon\"}");

    AccountsInvoices found =
        invoices(Value.EXTERNAL_KEY)
            .ofAccounts(
                List.of(
                    new AccountKey("A", null, null, null),
                    new AccountKey("B", null, null, null),
                    new AccountKey("C", null, null, null),
                    new AccountKey("A", null, null, null),
                    new AccountKey("?", null, null, null)));

    assertThat(queries).singleElement().asString().contains("IN ('A', 'B', 'C')");
    assertThat(found.accounts())
        .extracting(AccountOutcome::accountId)
        .containsExactly("A", "B", "C", "A", "?");
    assertThat(customers(found, 0)).extracting(Customer::id).containsExactly("1");
    assertThat(failure(found, 1).errorCode()).isEqualTo("UNREADABLE_ANSWER");
    assertThat(found.accounts().get(1).invoices()).isNull();
    assertThat(customers(found, 2)).isEmpty();
    assertThat(customers(found, 3)).hasSize(1);
    assertThat(failure(found, 4).errorCode()).isEqualTo("INVALID_ACCOUNT_ID");
  }

  @Test
  void findsTheInvoicesOfADealOnAnotherCustomerInABatchToo() {
    netSuite =
        () ->
            Answers.page(
                false,
                "{\"customer_id\":\"9\",\"customer_key\":\"PARENT\",\"transaction_type\":\"CustInvc\",\"opportunity_id\":\"006A00000012345\"}");

    AccountsInvoices found =
        invoices(Value.EXTERNAL_KEY)
            .ofAccounts(
                List.of(
                    new AccountKey("A", null, "006A00000012345AAA", null),
                    new AccountKey("B", null, "006B00000012345AAA", null)));

    assertThat(found.accounts().getFirst().customers()).isEmpty();
    assertThat(found.accounts().getFirst().otherCustomers())
        .extracting(Customer::id)
        .containsExactly("9");
    assertThat(found.accounts().getFirst().invoices()).hasSize(1);
    assertThat(found.accounts().getLast().invoices()).isEmpty();
    assertThat(found.accounts().getLast().otherCustomers()).isEmpty();
  }

  @Test
  void asksNothingWhenNoAccountIsValid() {
    AccountsInvoices found =
        invoices(Value.EXTERNAL_KEY).ofAccounts(List.of(new AccountKey("?", null, null, null)));

    assertThat(queries).isEmpty();
    assertThat(failure(found, 0).errorCode()).isEqualTo("INVALID_ACCOUNT_ID");
  }

  @Test
  void takesOneToTwoHundredAccounts() {
    Invoices invoices = invoices(Value.EXTERNAL_KEY);
    AccountKey account = new AccountKey("A", null, null, null);

    assertThat(invoices.ofAccounts(Collections.nCopies(200, account)).accounts()).hasSize(200);
    assertThatThrownBy(() -> invoices.ofAccounts(Collections.nCopies(201, account)))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("201 entries");
    assertThatThrownBy(() -> invoices.ofAccounts(List.of())).isInstanceOf(FailureException.class);
  }

  @Test
  void findsAnInvoiceByIdOrByNumber() {
    netSuite =
        () ->
            Answers.page(
                false,
                "{\"customer_id\":\"1\",\"transaction_id\":\"12\",\"transaction_type\":\"CustInvc\"}");
    Invoices invoices = invoices(Value.EXTERNAL_KEY);

    assertThat(invoices.byId("12").invoice()).extracting(Invoice::id).isEqualTo("12");
    invoices.byId("INV-12");

    assertThat(queries.getFirst()).contains("WHERE t.type = 'CustInvc' AND t.id = 12 ");
    assertThat(queries.getLast()).contains("WHERE t.type = 'CustInvc' AND t.tranid = 'INV-12' ");
  }

  @Test
  void confirmsThatThereIsNoSuchInvoice() {
    InvoiceLookup found = invoices(Value.EXTERNAL_KEY).byId("12");

    assertThat(found).isEqualTo(new InvoiceLookup("12", null, null));
  }

  private static List<Customer> customers(AccountsInvoices found, int index) {
    List<Customer> customers = found.accounts().get(index).customers();
    assertThat(customers).isNotNull();
    return customers;
  }

  private static Failure failure(AccountsInvoices found, int index) {
    @Nullable Failure failure = found.accounts().get(index).failure();
    assertThat(failure).isNotNull();
    return failure;
  }

  @Test
  void asksInHalvesForWhatOneAccountSpoils() {
    netSuite = () -> queries.getLast().contains("BAD") ? refused() : Answers.page(false);

    AccountsInvoices found = invoices(Value.EXTERNAL_KEY).ofAccounts(keys("A", "BAD", "C", "A"));

    assertThat(found.accounts()).extracting(AccountOutcome::accountId).hasSize(4);
    assertThat(failure(found, 1).errorCode()).isEqualTo("INVALID_PARAMETER");
    assertThat(List.of(found.accounts().get(0), found.accounts().get(2), found.accounts().get(3)))
        .extracting(AccountOutcome::failure)
        .containsOnlyNulls();
    assertThat(queries).hasSize(5); // A BAD C; A, BAD C; BAD, C
  }

  @Test
  void multipliesNoFailureThatHitsEveryQuestionAlike() {
    netSuite =
        () -> {
          throw new FailureException(Failure.of(ErrorType.SERVER_ERROR, "SICK", 503, "down"));
        };

    AccountsInvoices found = invoices(Value.EXTERNAL_KEY).ofAccounts(keys("A", "B", "C"));

    assertThat(failure(found, 2).errorCode()).isEqualTo("SICK");
    assertThat(queries).hasSize(1);
  }

  private static UpstreamResponse refused() {
    throw new FailureException(
        Failure.of(ErrorType.VALIDATION, "INVALID_PARAMETER", 400, "no such thing"));
  }

  private static List<AccountKey> keys(String... externalKeys) {
    return Stream.of(externalKeys).map(key -> new AccountKey(key, null, null, null)).toList();
  }

  private Invoices invoices(Value value) {
    return invoices(
        new InvoiceIdentity(
            "externalid",
            value,
            "custbody_sf_opportunity_id",
            "custbody_sf_contract_id",
            "custbody_sf_account_id",
            "USD"));
  }

  private Invoices invoices(InvoiceIdentity identity) {
    return new Invoices(
        new SuiteQl(
            this::answer, BaseAddress.of("NETSUITE_BASE_URL", "https://netsuite.example"), 1000),
        identity,
        Clock.systemUTC());
  }

  private UpstreamResponse answer(UpstreamRequest request) {
    queries.add(new String(request.body(), java.nio.charset.StandardCharsets.UTF_8));
    return netSuite.get();
  }
}
