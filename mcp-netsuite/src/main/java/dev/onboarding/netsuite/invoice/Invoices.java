package dev.onboarding.netsuite.invoice;

import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.netsuite.suiteql.Row;
import dev.onboarding.netsuite.suiteql.SuiteQl;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The invoices that NetSuite holds: each question is one query.
final class Invoices {

  /// The longest list that one query takes.
  static final int MOST_ACCOUNTS = 200;

  private final SuiteQl netSuite;
  private final InvoiceIdentity identity;
  private final InvoiceQuery query;
  private final TranslateRows translate;

  Invoices(SuiteQl netSuite, InvoiceIdentity identity) {
    this.netSuite = netSuite;
    this.identity = identity;
    this.query = new InvoiceQuery(identity);
    this.translate = new TranslateRows(identity.baseCurrency());
  }

  AccountInvoices ofAccount(AccountKey asked) {
    AccountKey account = asked.checked();
    String question = query.ofAccounts(List.of(account));
    return found(account, netSuite.rows("list_account_invoices", question));
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
    List<Row> rows =
        valid.isEmpty() ? List.of() : netSuite.rows("get_invoices", query.ofAccounts(valid));
    return new AccountsInvoices(all.stream().map(each -> outcome(each, rows)).toList());
  }

  InvoiceLookup byId(String invoiceId) {
    return netSuite.rows("get_invoice", query.ofInvoice(invoiceId)).stream()
        .findFirst()
        .map(row ->
            new InvoiceLookup(invoiceId, TranslateRows.customer(row), translate.invoice(row)))
        .orElseGet(() -> new InvoiceLookup(invoiceId, null, null));
  }

  private AccountOutcome outcome(Asked asked, List<Row> rows) {
    Failure invalid = asked.invalid();
    if (invalid != null) {
      return AccountOutcome.failed(asked.account().accountId(), invalid);
    }
    AccountKey account = asked.account();
    try {
      return AccountOutcome.of(
          found(account, rows.stream().filter(row -> concerns(account, row)).toList()));
    } catch (FailureException unreadable) {
      return AccountOutcome.failed(account.accountId(), unreadable.failure());
    }
  }

  private AccountInvoices found(AccountKey account, List<Row> rows) {
    return translate.toAccount(account.accountId(), identity.keyOf(account), rows);
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
