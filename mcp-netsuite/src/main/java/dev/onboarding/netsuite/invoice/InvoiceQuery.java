package dev.onboarding.netsuite.invoice;

import dev.onboarding.netsuite.suiteql.Literal;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The questions about invoices, each one query: customers, their invoices and credit memos, what
/// was applied to them and by what.
///
/// Costs of goods stand on an invoice's lines twice with opposite signs, so the sum of the lines
/// without the main line and the tax is what the goods are billed at. A customer without
/// transactions still gives one row. The order is by a unique key, or pages could repeat and skip
/// rows.
final class InvoiceQuery {

  private final InvoiceIdentity identity;

  InvoiceQuery(InvoiceIdentity identity) {
    this.identity = identity;
  }

  /// Accounts, together with whatever names their deals or contracts on other customers.
  String ofAccounts(Collection<AccountKey> accounts) {
    String condition =
        Stream.of(
                among("c." + identity.customerField(), accounts, a -> Stream.of(identity.keyOf(a))),
                naming(identity.opportunityField(), accounts, AccountKey::opportunityId),
                naming(identity.contractField(), accounts, AccountKey::contractId))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" OR "));
    return where(condition);
  }

  /// One invoice, by internal id (digits) or by number.
  String ofInvoice(String reference) {
    return where(
        "t.type = 'CustInvc' AND "
            + (Literal.isInternalId(reference)
                ? "t.id = " + reference
                : "t.tranid = " + Literal.text("invoice_id", reference)));
  }

  /// What names one of the accounts' CRM records, where this NetSuite has a field for it.
  private static String naming(
      String field, Collection<AccountKey> accounts, Function<AccountKey, @Nullable String> id) {
    return field.isEmpty() ? "" : among("t." + field, accounts, a -> forms(id.apply(a)));
  }

  private static String among(
      String column, Collection<AccountKey> accounts, Function<AccountKey, Stream<String>> values) {
    List<String> all = accounts.stream().flatMap(values).toList();
    return all.isEmpty() ? "" : column + " IN " + Literal.list(column, all);
  }

  /// CRM ids are compared in both their forms, since a field may hold either.
  private static Stream<String> forms(@Nullable String crmId) {
    return crmId == null ? Stream.empty() : Stream.of(crmId, CrmId.shortForm(crmId));
  }

  private String where(String condition) {
    return """
    SELECT c.id AS customer_id, c.%1$s AS customer_key, c.externalid AS customer_external_id, \
    c.companyname AS customer_name, c.email AS customer_email, cc.symbol AS customer_currency, \
    t.id AS transaction_id, t.tranid AS transaction_number, t.type AS transaction_type, \
    BUILTIN.CF(t.status) AS status_code, BUILTIN.DF(t.status) AS status_label, \
    t.voided AS voided, %2$s%3$s%4$s\
    t.exchangerate AS exchange_rate, TO_CHAR(t.trandate, 'YYYY-MM-DD') AS issued, \
    TO_CHAR(t.duedate, 'YYYY-MM-DD') AS due, t.foreigntotal AS total, \
    t.foreignamountunpaid AS remaining, tc.symbol AS currency, \
    (SELECT SUM(-l.foreignamount) FROM transactionline l WHERE l.transaction = t.id \
    AND l.mainline = 'F' AND l.taxline = 'F') AS net, \
    (SELECT SUM(ABS(k.foreignamount)) FROM nexttransactionlink k WHERE k.previousdoc = t.id \
    AND k.linktype = 'Payment' AND k.nexttype IN ('CustPymt', 'DepAppl')) AS paid_by_cash, \
    (SELECT SUM(ABS(k.foreignamount)) FROM nexttransactionlink k WHERE k.previousdoc = t.id \
    AND k.linktype = 'Payment' AND k.nexttype NOT IN ('CustPymt', 'DepAppl')) AS paid_by_credit, \
    (SELECT SUM(ABS(k.foreignamount)) FROM nexttransactionlink k WHERE k.linktype = 'Payment' \
    AND (k.nextdoc = t.id OR k.previousdoc = t.id)) AS applied \
    FROM customer c LEFT JOIN transaction t ON t.entity = c.id \
    AND t.type IN ('CustInvc', 'CustCred', 'CustPymt') \
    LEFT JOIN currency tc ON tc.id = t.currency LEFT JOIN currency cc ON cc.id = c.currency \
    WHERE %5$s ORDER BY c.id, t.id\
    """
        .formatted(
            identity.customerField(),
            column(identity.opportunityField(), "opportunity_id"),
            column(identity.contractField(), "contract_id"),
            column(identity.accountField(), "crm_account_id"),
            condition);
  }

  private static String column(String field, String name) {
    return field.isEmpty() ? "" : "t.%s AS %s, ".formatted(field, name);
  }
}
