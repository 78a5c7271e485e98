package dev.onboarding.netsuite.invoice;

import dev.onboarding.model.AccountReference;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.netsuite.suiteql.Row;
import dev.onboarding.netsuite.suiteql.SuiteQl;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The invoices that NetSuite holds: each question is one query.
final class Invoices {

  /// The longest list that one query takes.
  static final int MOST_ACCOUNTS = 200;

  private static final Pattern CRM_ID = Pattern.compile("[A-Za-z0-9]{15}([A-Za-z0-9]{3})?");

  private final SuiteQl netSuite;
  private final InvoiceIdentity identity;
  private final InvoiceQuery query;

  Invoices(SuiteQl netSuite, InvoiceIdentity identity) {
    this.netSuite = netSuite;
    this.identity = identity;
    this.query = new InvoiceQuery(identity);
  }

  AccountInvoices ofAccount(
      AccountKey asked, @Nullable String opportunityId, @Nullable String contractId) {
    AccountKey account = checked(asked);
    String key = identity.keyOf(account);
    String question =
        query.ofAccount(
            key, crmId("opportunity_id", opportunityId), crmId("contract_id", contractId));
    List<Row> rows = netSuite.rows("list_account_invoices", question);
    return TranslateRows.toAccount(account.accountId(), key, rows);
  }

  AccountsInvoices ofAccounts(List<AccountKey> asked) {
    if (asked.isEmpty() || asked.size() > MOST_ACCOUNTS) {
      throw new FailureException(
          Failure.invalid(
              "INVALID_NUMBER_OF_ACCOUNTS",
              "accounts holds %d entries; give 1 to %d".formatted(asked.size(), MOST_ACCOUNTS)));
    }
    List<Asked> questions = asked.stream().map(this::question).toList();
    List<String> keys =
        questions.stream().filter(Asked::isValid).map(Asked::key).distinct().toList();
    Map<String, List<Row>> found =
        keys.isEmpty()
            ? Map.of()
            : netSuite.rows("get_invoices", query.ofAccounts(keys)).stream()
                .collect(Collectors.groupingBy(row -> row.required("customer_key")));
    return new AccountsInvoices(
        questions.stream().map(question -> outcome(question, found)).toList());
  }

  InvoiceLookup byId(String invoiceId) {
    return netSuite.rows("get_invoice", query.ofInvoice(invoiceId)).stream()
        .findFirst()
        .map(row ->
            new InvoiceLookup(invoiceId, TranslateRows.customer(row), TranslateRows.invoice(row)))
        .orElseGet(() -> new InvoiceLookup(invoiceId, null, null));
  }

  private Asked question(AccountKey account) {
    try {
      AccountKey checked = checked(account);
      return new Asked(checked.accountId(), identity.keyOf(checked), null);
    } catch (FailureException invalid) {
      return new Asked(account.accountId(), "", invalid.failure());
    }
  }

  private static AccountOutcome outcome(Asked asked, Map<String, List<Row>> found) {
    Failure invalid = asked.invalid();
    if (invalid != null) {
      return AccountOutcome.failed(asked.accountId(), invalid);
    }
    try {
      return AccountOutcome.of(
          TranslateRows.toAccount(
              asked.accountId(), asked.key(), found.getOrDefault(asked.key(), List.of())));
    } catch (FailureException unreadable) {
      return AccountOutcome.failed(asked.accountId(), unreadable.failure());
    }
  }

  private static AccountKey checked(AccountKey account) {
    try {
      String id = new AccountReference(account.accountId()).value();
      String key = account.externalKey();
      return new AccountKey(id, key == null ? null : new AccountReference(key).value());
    } catch (IllegalArgumentException e) {
      throw new FailureException(
          Failure.invalid("INVALID_ACCOUNT_ID", String.valueOf(e.getMessage())));
    }
  }

  private static @Nullable String crmId(String argument, @Nullable String id) {
    if (id == null || id.isBlank()) {
      return null;
    }
    if (!CRM_ID.matcher(id).matches()) {
      throw new FailureException(
          Failure.invalid(
              "INVALID_CRM_ID",
              "%s must be a Salesforce id of 15 or 18 letters and digits".formatted(argument)));
    }
    return id;
  }

  /// One account of a batch, with the key it is found by.
  private record Asked(String accountId, String key, @Nullable Failure invalid) {

    boolean isValid() {
      return invalid == null;
    }
  }
}
