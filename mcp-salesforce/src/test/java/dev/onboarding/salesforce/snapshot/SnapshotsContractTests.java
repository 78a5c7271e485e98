package dev.onboarding.salesforce.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.model.AccountReference;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.FailureException;
import dev.onboarding.salesforce.TestConnector;
import dev.onboarding.salesforce.TestSandbox;
import dev.onboarding.salesforce.records.ContractRecord;
import dev.onboarding.salesforce.records.OpportunityRecord;
import dev.onboarding.salesforce.records.RecordId;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Snapshots as the sandbox answers them.
class SnapshotsContractTests {

  private static TestConnector connector;
  private static Snapshots snapshots;

  @BeforeAll
  static void connect() {
    connector =
        TestConnector.to(TestSandbox.salesforce(), "salesforce.fields.multi-currency", "true");
    snapshots = connector.get(Snapshots.class);
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
  void readsEverythingAboutAnAccountInOneCall() {
    OnboardingSnapshot acme = snapshots.of(new AccountReference("ACME-001"), null);

    assertThat(TestSandbox.apiCalls()).isEqualTo(1);
    assertThat(acme.lookedUp()).isEqualTo("ACME-001");
    assertThat(acme.accountsMatching()).isEqualTo(1);
    assertThat(acme.account().name()).isEqualTo("Acme Corporation");
    assertThat(acme.account().externalKey()).isEqualTo("ACME-001");
    assertThat(acme.account().isDeleted()).isFalse();
    assertThat(acme.account().timeZone()).isEqualTo("America/New_York");
    assertThat(acme.account().currency()).isEqualTo("USD");
    assertThat(acme.account().lastModified()).isNotNull();
    assertThat(acme.owner().id()).isEqualTo(acme.account().ownerId());
    assertThat(acme.owner().isActive()).isTrue();
    assertThat(acme.owner().managerId()).isNotNull();
    OpportunityRecord deal = acme.opportunities().getFirst();
    assertThat(deal.isWon()).isTrue();
    assertThat(deal.accountId()).isEqualTo(acme.account().id());
    assertThat(deal.amount()).isEqualByComparingTo(new BigDecimal("150000"));
    assertThat(deal.currency()).isEqualTo("USD");
    assertThat(deal.tier()).isEqualTo("Enterprise");
    ContractRecord contract = acme.contracts().getFirst();
    assertThat(acme.contracts()).hasSize(1);
    assertThat(contract.id()).isEqualTo(deal.contractId());
    assertThat(contract.statusCode()).isEqualTo("Activated");
    assertThat(contract.contractTerm()).isEqualTo(12);
    assertThat(contract.envelopeId()).isNotNull();
    assertThat(contract.endDate()).isAfter(contract.startDate());
  }

  @Test
  void findsTheSameAccountByItsIdOfAnyLength() {
    OnboardingSnapshot byKey = snapshots.of(new AccountReference("ACME-001"), null);
    String id = byKey.account().id();

    OnboardingSnapshot byId = snapshots.of(new AccountReference(id.substring(0, 15)), null);

    assertThat(byId.lookedUp()).isEqualTo(id);
    assertThat(byId.account()).isEqualTo(byKey.account());
    assertThat(byId.opportunities()).isEqualTo(byKey.opportunities());
    assertThat(byId.contracts()).isEqualTo(byKey.contracts());
  }

  @Test
  void confirmsTheAbsenceOfAnAccountInOneCall() {
    OnboardingSnapshot missing = snapshots.of(new AccountReference("MISSING-999"), null);

    assertThat(TestSandbox.apiCalls()).isEqualTo(1);
    assertThat(missing)
        .isEqualTo(
            new OnboardingSnapshot("MISSING-999", 0, null, null, List.of(), null, List.of()));
  }

  @Test
  void returnsADeletedAccountAsAnAnswer() {
    OnboardingSnapshot deleted = snapshots.of(new AccountReference("DELETED-004"), null);

    assertThat(deleted.accountsMatching()).isEqualTo(1);
    assertThat(deleted.account().isDeleted()).isTrue();
    assertThat(deleted.opportunities()).isEmpty();
    assertThat(deleted.contracts()).isEmpty();
  }

  @Test
  void reportsAMergedAccountAndFollowsNothing() {
    TestSandbox.tell("MERGED-900", "{\"account\": {\"merged_into\": \"ACME-001\"}}");
    String master = snapshots.of(new AccountReference("ACME-001"), null).account().id();
    TestSandbox.reset();

    OnboardingSnapshot merged = snapshots.of(new AccountReference("MERGED-900"), null);

    assertThat(merged.account().masterRecordId()).isEqualTo(master);
    assertThat(merged.account().isDeleted()).isTrue();
    assertThat(TestSandbox.apiCalls()).isEqualTo(1);
  }

  @Test
  void hasNoOwnerWhereTheAccountHasNone() {
    TestSandbox.tell("UNOWNED-901", "{\"account\": {\"owned\": false}}");

    OnboardingSnapshot unowned = snapshots.of(new AccountReference("UNOWNED-901"), null);

    assertThat(unowned.account().ownerId()).isNull();
    assertThat(unowned.owner()).isNull();
  }

  @Test
  void readsEveryPageAndLeavesOutDeletedDeals() {
    String deals =
        "{\"name\": \"one\", \"close_date\": \"-5d\"}, {\"name\": \"two\", \"close_date\": \"-2d\"},"
            + "{\"name\": \"three\", \"deleted\": true}, {\"name\": \"four\", \"close_date\": null},"
            + "{\"name\": \"five\", \"close_date\": \"-9d\", \"currency\": \"EUR\"}";
    TestSandbox.tell("MANY-902", "{\"opportunities\": [" + deals + "]}");

    OnboardingSnapshot many = snapshots.of(new AccountReference("MANY-902"), null);

    assertThat(many.opportunities())
        .extracting(OpportunityRecord::name)
        .containsExactly("two", "one", "five", "four");
    assertThat(many.opportunities().get(2).currency()).isEqualTo("EUR");
    assertThat(TestSandbox.apiCalls()).isEqualTo(3); // the composite, and two further pages of two
  }

  @Test
  void showsAContractOfAnotherAccountThatADealNames() {
    TestSandbox.tell("FOREIGN-903", "{\"contracts\": [{\"account\": \"ACME-001\"}]}");

    OnboardingSnapshot foreign = snapshots.of(new AccountReference("FOREIGN-903"), null);

    assertThat(foreign.contracts())
        .singleElement()
        .satisfies(contract -> {
          assertThat(contract.id()).isEqualTo(foreign.opportunities().getFirst().contractId());
          assertThat(contract.accountId()).isNotEqualTo(foreign.account().id());
        });
  }

  @Test
  void readsADealOfAnotherAccountInTheSameCall() {
    OpportunityRecord other =
        snapshots.of(new AccountReference("BETA-002"), null).opportunities().getFirst();
    TestSandbox.reset();

    OnboardingSnapshot acme = snapshots.of(new AccountReference("ACME-001"), deal(other.id()));

    assertThat(TestSandbox.apiCalls()).isEqualTo(1);
    assertThat(acme.namedOpportunity()).isEqualTo(other);
    assertThat(acme.opportunities()).extracting(OpportunityRecord::id).doesNotContain(other.id());
    assertThat(acme.contracts()).extracting(ContractRecord::id).contains(other.contractId());
  }

  @Test
  void readsADealOfTheAccountByEitherFormOfItsId() {
    String own =
        snapshots.of(new AccountReference("ACME-001"), null).opportunities().getFirst().id();

    OnboardingSnapshot acme =
        snapshots.of(new AccountReference("ACME-001"), deal(own.substring(0, 15)));

    assertThat(acme.namedOpportunity()).isEqualTo(acme.opportunities().getFirst());
    assertThat(acme.contracts()).hasSize(1);
  }

  @Test
  void namesNoDealThatDoesNotExist() {
    RecordId nobody = deal("006000000000000AAA");

    assertThat(snapshots.of(new AccountReference("ACME-001"), nobody).namedOpportunity()).isNull();
  }

  @Test
  void namesNoAccountWhereTwoCarryTheSameKey() {
    TestSandbox.tell("TWIN-904", "{\"account\": {\"external\": \"SHARED-KEY\"}}");
    TestSandbox.tell("TWIN-905", "{\"account\": {\"external\": \"SHARED-KEY\"}}");

    OnboardingSnapshot twins = snapshots.of(new AccountReference("SHARED-KEY"), null);

    assertThat(twins)
        .isEqualTo(new OnboardingSnapshot("SHARED-KEY", 2, null, null, List.of(), null, List.of()));
  }

  @Test
  void renewsAnExpiredSessionWithinTheCall() {
    snapshots.of(new AccountReference("ACME-001"), null);
    TestSandbox.faults("{\"kind\": \"unauthorized\", \"times\": 1}");

    assertThat(snapshots.of(new AccountReference("ACME-001"), null).account()).isNotNull();
  }

  @Test
  void survivesAPassingFault() {
    TestSandbox.faults("{\"kind\": \"unavailable\", \"times\": 3}");

    assertThat(snapshots.of(new AccountReference("ACME-001"), null).account()).isNotNull();
  }

  @Test
  void reportsAFaultThatStays() {
    TestSandbox.faults("{\"kind\": \"forbidden\"}");

    assertThatThrownBy(() -> snapshots.of(new AccountReference("ACME-001"), null))
        .isInstanceOfSatisfying(
            FailureException.class,
            failed -> {
              assertThat(failed.failure().errorType()).isEqualTo(ErrorType.AUTHORIZATION);
              assertThat(failed.failure().errorCode()).isEqualTo("INSUFFICIENT_ACCESS");
            });
  }

  @Test
  void readsTwoHundredAccountsInTwoCallsWithAnOutcomeForEach() {
    List<String> asked =
        Stream.concat(
                Stream.of("ACME-001", "BETA-002", "no account!", "MISSING-999", "DELETED-004"),
                IntStream.range(0, 194).mapToObj(i -> "NOBODY-" + i))
            .toList();

    List<SnapshotOutcome> outcomes = snapshots.ofEach(asked);

    assertThat(outcomes).extracting(SnapshotOutcome::accountId).containsExactlyElementsOf(asked);
    assertThat(outcomes.get(0).snapshot().account().name()).isEqualTo("Acme Corporation");
    assertThat(outcomes.get(0).snapshot().contracts()).hasSize(1);
    assertThat(outcomes.get(1).snapshot().opportunities().getFirst().isWon()).isFalse();
    assertThat(outcomes.get(2).failure().errorCode()).isEqualTo("INVALID_ACCOUNT_ID");
    assertThat(outcomes.get(3).snapshot().accountsMatching()).isZero();
    assertThat(outcomes.get(4).snapshot().account().isDeleted()).isTrue();
    assertThat(compositeCalls()).isEqualTo(2);
  }

  @Test
  void givesABatchTheSameSnapshotsAsSingleReads() {
    List<String> asked = List.of("ACME-001", "BETA-002", "GAMMA-003", "DELETED-004", "MISSING-999");

    List<OnboardingSnapshot> together =
        snapshots.ofEach(asked).stream().map(SnapshotOutcome::snapshot).toList();

    assertThat(together)
        .isEqualTo(
            asked.stream().map(key -> snapshots.of(new AccountReference(key), null)).toList());
  }

  private static RecordId deal(String id) {
    return RecordId.of("opportunity", "006", id);
  }

  private static long compositeCalls() {
    return TestSandbox.seen()
        .path("calls")
        .valueStream()
        .filter(call -> call.path("path").asString().endsWith("/composite"))
        .count();
  }
}
