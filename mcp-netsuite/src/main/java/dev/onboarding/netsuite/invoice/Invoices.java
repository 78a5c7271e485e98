package dev.onboarding.netsuite.invoice;

import dev.onboarding.connector.Gathering;
import dev.onboarding.connector.Gathering.Outcome;
import dev.onboarding.model.CallTally;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.netsuite.suiteql.Row;
import dev.onboarding.netsuite.suiteql.SuiteQl;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The invoices that NetSuite holds: each question is one query.
final class Invoices {

  /// The longest list that one query takes.
  static final int MOST_ACCOUNTS = 200;

  /// Failures that a smaller question may not suffer from.
  private static final Set<String> TOO_MUCH =
      Set.of("ANSWER_TOO_LARGE", "RESPONSE_TIMEOUT", "TOO_MANY_ROWS");

  private final SuiteQl netSuite;
  private final InvoiceIdentity identity;
  private final InvoiceQuery query;
  private final TranslateRows translate;
  private final Gathering<AccountKey, AccountInvoices> gathering;

  Invoices(SuiteQl netSuite, InvoiceIdentity identity, Clock clock) {
    this.netSuite = netSuite;
    this.identity = identity;
    this.query = new InvoiceQuery(identity);
    this.translate = new TranslateRows(identity.baseCurrency());
    this.gathering = new Gathering<>(this::read, MOST_ACCOUNTS, clock);
  }

  /// Reads that arrive while another is under way leave together, as one query.
  AccountInvoices ofAccount(AccountKey asked) {
    return gathering.read(asked.checked());
  }

  /// What keeps one account from being asked about, or read, leaves the others alone.
  AccountsInvoices ofAccounts(List<AccountKey> asked) {
    if (asked.isEmpty() || asked.size() > MOST_ACCOUNTS) {
      throw new FailureException(
          Failure.invalid(
              "INVALID_NUMBER_OF_ACCOUNTS",
              "accounts holds %d entries; give 1 to %d".formatted(asked.size(), MOST_ACCOUNTS)));
    }
    List<Asked> all = asked.stream().map(Asked::about).toList();
    List<AccountKey> valid =
        all.stream().filter(Asked::isValid).map(Asked::account).distinct().toList();
    CallTally.current().batched(valid.size());
    List<Outcome<AccountInvoices>> read = valid.isEmpty() ? List.of() : read(valid);
    Map<AccountKey, Outcome<AccountInvoices>> outcomes = new HashMap<>();
    for (int i = 0; i < valid.size(); i++) {
      outcomes.put(valid.get(i), read.get(i));
    }
    return new AccountsInvoices(
        all.stream().map(each -> outcome(each, outcomes.get(each.account()))).toList());
  }

  /// A question that is itself the trouble is asked in halves, down to single accounts; a failure
  /// that hits every question alike is not multiplied.
  private List<Outcome<AccountInvoices>> read(List<AccountKey> accounts) {
    String operation = accounts.size() == 1 ? "list_account_invoices" : "get_invoices";
    try {
      List<Row> rows = netSuite.rows(operation, query.ofAccounts(accounts));
      return accounts.stream()
          .map(account -> found(account, accounts.size() == 1 ? rows : concerning(account, rows)))
          .toList();
    } catch (FailureException failed) {
      if (accounts.size() == 1 || !isDueToTheQuestion(failed.failure())) {
        return accounts.stream().map(_ -> Outcome.<AccountInvoices>failed(failed)).toList();
      }
    }
    int half = accounts.size() / 2;
    List<Outcome<AccountInvoices>> halves = new ArrayList<>(read(accounts.subList(0, half)));
    halves.addAll(read(accounts.subList(half, accounts.size())));
    return halves;
  }

  private static boolean isDueToTheQuestion(Failure failure) {
    return failure.errorType() == ErrorType.VALIDATION || TOO_MUCH.contains(failure.errorCode());
  }

  InvoiceLookup byId(String invoiceId) {
    return netSuite.rows("get_invoice", query.ofInvoice(invoiceId)).stream()
        .findFirst()
        .map(row ->
            new InvoiceLookup(invoiceId, TranslateRows.customer(row), translate.invoice(row)))
        .orElseGet(() -> new InvoiceLookup(invoiceId, null, null));
  }

  private static AccountOutcome outcome(Asked asked, @Nullable Outcome<AccountInvoices> outcome) {
    Failure invalid = asked.invalid();
    if (invalid != null || outcome == null) {
      return AccountOutcome.failed(
          asked.account().accountId(), Objects.requireNonNull(invalid, "asked and not answered"));
    }
    FailureException failure = outcome.failure();
    return failure == null
        ? AccountOutcome.of(Objects.requireNonNull(outcome.value()))
        : AccountOutcome.failed(asked.account().accountId(), failure.failure());
  }

  private Outcome<AccountInvoices> found(AccountKey account, List<Row> rows) {
    try {
      return Outcome.of(translate.toAccount(account.accountId(), identity.keyOf(account), rows));
    } catch (FailureException unreadable) {
      return Outcome.failed(unreadable);
    }
  }

  private List<Row> concerning(AccountKey account, List<Row> rows) {
    return rows.stream().filter(row -> concerns(account, row)).toList();
  }

  private boolean concerns(AccountKey account, Row row) {
    return identity.keyOf(account).equals(row.text("customer_key"))
        || CrmId.same(account.opportunityId(), row.text("opportunity_id"))
        || CrmId.same(account.contractId(), row.text("contract_id"));
  }

  /// One account of a batch, checked.
  private record Asked(AccountKey account, @Nullable Failure invalid) {

    static Asked about(AccountKey account) {
      try {
        return new Asked(account.checked(), null);
      } catch (FailureException e) {
        return new Asked(account, e.failure());
      }
    }

    boolean isValid() {
      return invalid == null;
    }
  }
}
