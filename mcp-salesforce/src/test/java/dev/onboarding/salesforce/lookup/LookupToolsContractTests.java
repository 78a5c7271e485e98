package dev.onboarding.salesforce.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.onboarding.salesforce.TestConnector;
import dev.onboarding.salesforce.TestSandbox;
import dev.onboarding.salesforce.records.OpportunityRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Single records and deals won, as the sandbox answers them.
class LookupToolsContractTests {

  private static TestConnector connector;
  private static LookupTools lookup;
  private static ClosedWonTools deals;

  @BeforeAll
  static void connect() {
    connector = TestConnector.to(TestSandbox.salesforce());
    lookup = connector.get(LookupTools.class);
    deals = connector.get(ClosedWonTools.class);
  }

  @AfterAll
  static void disconnect() {
    connector.close();
  }

  @BeforeEach
  void reset() {
    TestSandbox.reset();
  }

  @Test
  void readsEachKindOfRecordInOneCall() {
    AccountLookup account = lookup.account("ACME-001");
    OpportunityRecord won = won("ACME-001");
    TestSandbox.reset();

    OpportunityLookup opportunity = lookup.opportunity(won.id());
    UserLookup owner = lookup.user(account.account().ownerId());
    ContractLookup contract = lookup.contract(won.contractId());

    assertThat(TestSandbox.apiCalls()).isEqualTo(3);
    assertThat(account.found()).isTrue();
    assertThat(account.accountsMatching()).isEqualTo(1);
    assertThat(account.account().name()).isEqualTo("Acme Corporation");
    assertThat(opportunity).isEqualTo(new OpportunityLookup(true, won));
    assertThat(owner.user().email()).contains("@");
    assertThat(contract.contract().accountId()).isEqualTo(account.account().id());
  }

  @Test
  void takesIdsOfFifteenCharacters() {
    String id = lookup.account("ACME-001").account().ownerId();

    assertThat(lookup.user(id.substring(0, 15)).user().id()).isEqualTo(id);
  }

  @Test
  void answersThatARecordDoesNotExist() {
    assertThat(lookup.account("MISSING-999")).isEqualTo(new AccountLookup(false, 0, null));
    assertThat(lookup.opportunity("006000000000000")).isEqualTo(new OpportunityLookup(false, null));
    assertThat(lookup.user("005000000000000")).isEqualTo(new UserLookup(false, null));
    assertThat(lookup.contract("800000000000000")).isEqualTo(new ContractLookup(false, null));
  }

  @Test
  void findsADeletedAccountAndSaysSo() {
    assertThat(lookup.account("DELETED-004").account().isDeleted()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "006", "001000000000001AAA", "006' OR Id != '", "00600000000000000é"})
  void refusesWhatIsNoOpportunityId(String id) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> lookup.opportunity(id))
        .withMessageContaining("is no opportunity id: give 15 or 18 characters");
    assertThat(TestSandbox.apiCalls()).isZero();
  }

  @Test
  void findsDealsWonSinceADay() {
    TestSandbox.tell(
        "OLD-906", "{\"opportunities\": [{\"name\": \"old\", \"close_date\": \"-900d\"}]}");
    TestSandbox.tell("LOST-907", "{\"opportunities\": [{\"name\": \"lost\", \"won\": false}]}");

    List<OpportunityRecord> found =
        everyDealSince(LocalDate.now(java.time.Clock.systemUTC()).minusDays(800));

    assertThat(found).extracting(OpportunityRecord::isWon).containsOnly(true);
    assertThat(found).extracting(OpportunityRecord::name).doesNotContain("old", "lost");
    assertThat(found).extracting(OpportunityRecord::id).contains(won("ACME-001").id());
  }

  @Test
  void findsEveryDealOnceAcrossPages() {
    String many =
        IntStream.range(0, 230)
            .mapToObj("{\"name\": \"page-%d\"}"::formatted)
            .collect(Collectors.joining(","));
    TestSandbox.tell("PAGES-908", "{\"opportunities\": [" + many + "]}");

    List<String> names =
        everyDealSince(LocalDate.EPOCH).stream()
            .map(OpportunityRecord::name)
            .filter(name -> name.startsWith("page-"))
            .toList();

    assertThat(names).hasSize(230).doesNotHaveDuplicates();
  }

  @Test
  void refusesACursorThatIsNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> deals.closedWon(LocalDate.EPOCH, "' OR Name != '"));
  }

  private static List<OpportunityRecord> everyDealSince(LocalDate day) {
    List<OpportunityRecord> found = new ArrayList<>();
    String cursor = null;
    do {
      ClosedWonPage page = deals.closedWon(day, cursor);
      assertThat(page.opportunities()).hasSizeLessThanOrEqualTo(200);
      found.addAll(page.opportunities());
      cursor = page.nextCursor();
    } while (cursor != null);
    return found;
  }

  private static OpportunityRecord won(String key) {
    String account = lookup.account(key).account().id();
    return everyDealSince(LocalDate.EPOCH).stream()
        .filter(deal -> account.equals(deal.accountId()))
        .findFirst()
        .orElseThrow();
  }
}
