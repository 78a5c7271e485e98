package dev.onboarding.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.sandbox.story.SalesforceId;
import dev.onboarding.sandbox.story.Stories;
import dev.onboarding.sandbox.story.Story;
import dev.onboarding.sandbox.story.Told;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountsFileTests {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-31T10:00:00Z"), ZoneOffset.UTC);

  private static List<Told> accounts = List.of();

  @BeforeAll
  static void read() throws IOException {
    accounts =
        Stories.read(AccountsFileTests.class.getResourceAsStream("/sandbox/accounts.yaml"), CLOCK)
            .all();
  }

  @Test
  void tellsTheFiveScenarios() {
    assertThat(accounts.subList(0, 5))
        .extracting(Told::key, told -> told.story().decision())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("ACME-001", "PROCEED"),
            org.assertj.core.groups.Tuple.tuple("BETA-002", "BLOCK"),
            org.assertj.core.groups.Tuple.tuple("GAMMA-003", "ESCALATE"),
            org.assertj.core.groups.Tuple.tuple("DELETED-004", "BLOCK"),
            org.assertj.core.groups.Tuple.tuple("MISSING-999", "BLOCK"));
  }

  @Test
  void namesTheRowOfThePolicyWhereverTheDecisionIsNotToProceed() {
    assertThat(accounts)
        .filteredOn(told -> !told.story().decision().equals("PROCEED"))
        .allMatch(told ->
            told.story()
                .why()
                .matches(
                    "(?s)(account|opportunity|contract|invoice|owner|links): .+|one .+|warnings .+"));
  }

  /// The cells of the policy that data can reach; a missing id cannot happen, and a failed domain
  /// is a matter of faults.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "account: not found",
        "account: deleted",
        "account: Name missing",
        "account: BillingCountry missing",
        "account: Industry missing",
        "account: OwnerId missing",
        "opportunity: none",
        "opportunity: not won",
        "opportunity: Amount missing",
        "opportunity: CloseDate missing",
        "opportunity: ContractId missing",
        "opportunity: several and no rule picks one",
        "contract: none found",
        "(draft)",
        "(sent)",
        "(declined)",
        "(voided)",
        "(signing deadline passed)",
        "contract: term over and not renewing",
        "contract: terminated",
        "contract: no effective date",
        "contract: no expiry date",
        "contract: signatories pending",
        "contract: not yet effective",
        "invoice: none found",
        "a deal of zero value needs no invoice",
        "invoice: voided",
        "invoice: cancelled or rejected",
        "invoice: overdue",
        "invoice: pending or in approval",
        "invoice: less than 50 % paid",
        "invoice: due date missing",
        "invoice: settled by credit rather than cash",
        "owner: inactive",
        "owner: Email missing",
        "owner: ProfileId missing",
        "owner: Title missing",
        "owner: Department missing",
        "owner: ManagerId missing",
        "links: account of the contract differs",
        "links: account of the invoice differs",
        "links: amounts differ by more than 2 %",
        "links: currencies differ and no rate with a date is at hand"
      })
  void hasAStoryForEachCellOfThePolicy(String cell) {
    assertThat(accounts).anyMatch(told -> told.story().why().contains(cell));
  }

  @Test
  void givesEachAccountItsOwnIds() {
    var seen = new HashSet<String>();
    for (Told told : accounts) {
      Set<String> own = told.identifiers();
      assertThat(own).noneMatch(seen::contains);
      seen.addAll(own);
      assertThat(SalesforceId.isOne(told.accountId())).isTrue();
    }
  }

  @Test
  void resolvesDatesAgainstTheClock() {
    Story gamma = accounts.get(2).story();

    assertThat(gamma.invoices().getFirst().due().date(CLOCK)).hasToString("2026-03-06");
  }

  @Test
  void reachesEveryStateOfContractAndInvoice() {
    assertThat(accounts.stream().flatMap(told -> told.story().envelopes().stream()))
        .extracting(envelope -> envelope.status())
        .contains("created", "sent", "delivered", "completed", "declined", "voided", "timedout");
    assertThat(accounts.stream().flatMap(told -> told.story().invoices().stream()))
        .extracting(invoice -> invoice.status())
        .contains("open", "pending", "rejected", "voided");
  }

  @Test
  void computesTheCheckOfAnId() {
    assertThat(SalesforceId.full("001D000000IRFma")).isEqualTo("001D000000IRFmaIAH");
    assertThat(SalesforceId.isOne("001D000000IRFmaIAH")).isTrue();
    assertThat(SalesforceId.isOne("001D000000IRFmaIAI")).isFalse();
  }
}
