package dev.onboarding.coordinator.rule;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.Money;
import dev.onboarding.model.finding.ContractState;
import dev.onboarding.model.finding.Domain;
import dev.onboarding.model.finding.InvoiceStatus;
import dev.onboarding.model.finding.LinkFinding;
import dev.onboarding.model.finding.LinkKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Accounts at random, each component on or near an edge of the policy.
public final class AnyAccount {

  private static final LocalDate DAY = LocalDate.EPOCH.plusDays(20_000);

  private final Random random;
  private SoundAccount account = SoundAccount.sound();

  private AnyAccount(Random random) {
    this.random = random;
  }

  public static SoundAccount of(long seed) {
    return new AnyAccount(new Random(seed)).spoilt();
  }

  private SoundAccount spoilt() {
    customer();
    contract();
    invoice();
    links();
    answers();
    return account;
  }

  private void customer() {
    sometimes(Domain.ACCOUNT, "found", true, false);
    sometimes(Domain.ACCOUNT, "matches", 0, 1, 2);
    sometimes(Domain.ACCOUNT, "deleted", true, false);
    sometimes(Domain.ACCOUNT, "mergedInto", "001000000000009AAA");
    absent(Domain.ACCOUNT, "id", "name", "billingCountry", "industry", "ownerId");
    sometimes(Domain.OPPORTUNITY, "count", 0, 1, 2);
    sometimes(Domain.OPPORTUNITY, "won", true, false);
    sometimes(Domain.OPPORTUNITY, "ambiguous", true, false);
    absent(Domain.OPPORTUNITY, "id", "accountId", "name", "amount", "closeDate", "contractId");
    sometimes(Domain.OWNER, "active", true, false);
    absent(Domain.OWNER, "id", "name", "email", "profileId", "title", "department", "managerId");
  }

  private void contract() {
    sometimes(Domain.CONTRACT, "count", 0, 1, 2);
    sometimes(Domain.CONTRACT, "state", (Object[]) ContractState.values());
    for (String flag :
        List.of(
            "renewing",
            "expiryPassed",
            "notYetEffective",
            "terminated",
            "ambiguous",
            "otherKind")) {
      sometimes(Domain.CONTRACT, flag, true, false);
    }
    sometimes(Domain.CONTRACT, "pendingSignatories", 0, 1, 2);
    sometimes(Domain.CONTRACT, "reviewed", true, false, null);
    sometimes(Domain.CONTRACT, "crmStatus", "Expired", "Terminated", "Draft", null);
    sometimes(Domain.CONTRACT, "crmStartDate", DAY, DAY.plusDays(1), null);
    sometimes(Domain.CONTRACT, "crmEndDate", DAY.plusYears(1), DAY, null);
    absent(Domain.CONTRACT, "id", "state", "effectiveDate", "expiryDate");
  }

  private void invoice() {
    sometimes(Domain.INVOICE, "customers", 0, 1, 2);
    sometimes(Domain.INVOICE, "count", 0, 1, 2);
    sometimes(Domain.INVOICE, "exempt", true, false);
    sometimes(Domain.INVOICE, "status", (Object[]) InvoiceStatus.values());
    sometimes(Domain.INVOICE, "remaining", Money.zero("USD"), Money.of("0.01", "USD"));
    sometimes(Domain.INVOICE, "daysOverdue", 0, 1, 25);
    sometimes(Domain.INVOICE, "paidShare", 0.0, Math.nextDown(0.5), 0.5, 1.0, Double.NaN);
    sometimes(Domain.INVOICE, "settledByCredit", true, false, null);
    sometimes(Domain.INVOICE, "leftOut", 0, 1, 2);
    sometimes(Domain.INVOICE, "elsewhere", 0, 1, 2);
    sometimes(Domain.INVOICE, "unappliedCredit", Money.zero("USD"), Money.of("5", "USD"));
    absent(Domain.INVOICE, "id", "status", "remaining", "due");
  }

  private void links() {
    List<LinkFinding> links = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      LinkKind kind = one(LinkKind.values());
      links.add(
          switch (random.nextInt(4)) {
            case 0 -> SoundAccount.currencies(kind, random.nextBoolean() ? DAY : null);
            case 1 -> SoundAccount.amounts(kind, one(0.0, 0.02, Math.nextUp(0.02), 1.0, null));
            default -> SoundAccount.identity(kind, one(true, true, true, false, null));
          });
    }
    account = account.links(links.toArray(LinkFinding[]::new));
  }

  private void answers() {
    for (Domain domain : Domain.values()) {
      account =
          switch (random.nextInt(60)) {
            case 0 ->
                account.failed(
                    domain, Failure.of(one(ErrorType.values()), "CODE", null, "It failed."));
            case 1 -> account.silent(domain);
            case 2, 3 -> account.notJudged(domain);
            default -> account;
          };
    }
  }

  private void sometimes(Domain domain, String component, Object... values) {
    if (random.nextInt(16) == 0) {
      account = account.with(domain, component, one(values));
    }
  }

  private void absent(Domain domain, String... components) {
    for (String component : components) {
      if (random.nextInt(40) == 0) {
        account = account.with(domain, component, null);
      }
    }
  }

  @SafeVarargs
  private <T> T one(T... values) {
    return values[random.nextInt(values.length)];
  }
}
