package dev.onboarding.allinone.policy;

import dev.onboarding.allinone.policy.Customer.Bill;
import dev.onboarding.allinone.policy.Customer.Contract;
import dev.onboarding.allinone.policy.Customer.Deal;
import dev.onboarding.allinone.policy.Customer.Names;
import dev.onboarding.allinone.policy.Customer.Owner;
import dev.onboarding.allinone.policy.Customer.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Makes customers from a seed; most of each is in order, so that single flaws decide.
final class Customers {

  private static final List<String> STATES =
      List.of(
          "DRAFT", "SENT", "SIGNED", "DECLINED", "VOIDED", "SIGNING_DEADLINE_PASSED", "DELETED");
  private static final List<String> STATUSES =
      List.of("OPEN", "PENDING_APPROVAL", "REJECTED", "CANCELLED", "VOIDED");

  private final Random random;
  private final double flaws;

  private Customers(Random random) {
    this.random = random;
    this.flaws = List.of(0.0, 0.02, 0.03, 0.05, 0.15).get(random.nextInt(5));
  }

  static Customer of(long seed) {
    return new Customers(new Random(seed)).customer();
  }

  private Customer customer() {
    List<Deal> deals = deals();
    return new Customer(
        flaw() ? random.nextInt(3) : 1,
        flaw(),
        !flaw(),
        !flaw(),
        !flaw(),
        flaw() ? null : owner(),
        !flaw(),
        deals,
        flaw() ? foreign() : null,
        row(),
        flaw() ? null : contract(),
        flaw() ? random.nextInt(3) : 1,
        bills());
  }

  private Owner owner() {
    return new Owner(!flaw(), !flaw(), !flaw(), !flaw(), !flaw(), !flaw());
  }

  private List<Deal> deals() {
    List<Deal> deals = new ArrayList<>();
    int count = flaw() ? random.nextInt(4) : 1;
    for (int i = 0; i < count; i++) {
      deals.add(
          new Deal(
              "00600000000000" + i,
              !flaw(),
              flaw() ? null : -random.nextInt(flaw() ? 2 : 400),
              flaw() ? null : flaw() ? 0 : amount(),
              currency(),
              !flaw(),
              names()));
    }
    return deals;
  }

  private Deal foreign() {
    return new Deal("006000000000077", !flaw(), -10, 100_000, "USD", !flaw(), Names.ANOTHER);
  }

  private Row row() {
    return new Row(
        flaw() ? flaw() ? "Terminated" : "Expired" : "Activated",
        flaw() ? null : -100,
        flaw() ? null : flaw() ? random.nextInt(3) - 1 : 300,
        random.nextBoolean());
  }

  private Contract contract() {
    String state = flaw() ? STATES.get(random.nextInt(STATES.size())) : "EXECUTED";
    boolean withdrawn = List.of("VOIDED", "DELETED").contains(state);
    return new Contract(
        flaw() && !withdrawn ? 1 + random.nextInt(2) : 0,
        state,
        flaw() ? null : flaw() ? random.nextInt(3) - 1 : -100,
        flaw() ? null : flaw() ? random.nextInt(3) - 1 : 300,
        flaw(),
        flaw(),
        random.nextBoolean() ? null : amount(),
        currency(),
        names());
  }

  private List<Bill> bills() {
    List<Bill> bills = new ArrayList<>();
    int count = random.nextDouble() < 3 * flaws ? random.nextInt(4) : 1;
    String common = currency();
    for (int i = 0; i < count; i++) {
      int total = flaw() ? 0 : amount();
      int credit = flaw() ? random.nextBoolean() ? total : total / 3 : 0;
      int cash = flaw() ? (total - credit) * random.nextInt(5) / 4 : total - credit;
      String currency = flaw() ? currency() : common;
      Names deal = flaw() ? random.nextBoolean() ? Names.ANOTHER : Names.NONE : Names.THIS;
      boolean settled = cash + credit == total;
      String status = settled ? "PAID_IN_FULL" : "OPEN";
      bills.add(
          new Bill(
              deal,
              deal == Names.THIS && flaw(),
              flaw() ? null : flaw() ? -60 + random.nextInt(40) : -40,
              !flaw(),
              currency.equals("USD") || flaw() ? null : flaw() ? 200 : 100,
              !flaw(),
              flaw() ? STATUSES.get(random.nextInt(STATUSES.size())) : status,
              total,
              cash,
              credit,
              flaw() ? null : flaw() ? random.nextInt(3) - 1 : 30,
              currency,
              names()));
    }
    return bills;
  }

  /// Around one value, on both sides of the two per cent.
  private int amount() {
    return flaw()
        ? List.of(98_000, 102_000, 97_999, 102_001, 50_000).get(random.nextInt(5))
        : 100_000;
  }

  private String currency() {
    return random.nextDouble() < 2 * flaws ? "EUR" : "USD";
  }

  private Names names() {
    return flaw() ? Names.ANOTHER : random.nextInt(10) == 0 && flaws > 0 ? Names.NONE : Names.THIS;
  }

  private boolean flaw() {
    return random.nextDouble() < flaws;
  }
}
