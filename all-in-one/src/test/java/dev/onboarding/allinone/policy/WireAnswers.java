package dev.onboarding.allinone.policy;

import dev.onboarding.allinone.policy.Customer.Names;
import dev.onboarding.contract.establishment.ContractsOfAccount;
import dev.onboarding.coordinator.establish.CrmSnapshot;
import dev.onboarding.edge.EdgeJson;
import dev.onboarding.finance.establishment.InvoicesOfAccount;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A customer in the form in which the connectors' tools answer, as JSON that the agents then read.
record WireAnswers(Customer customer, LocalDate today) {

  static final String ACCOUNT = "001000000000001AAA";
  private static final String OTHER = "001000000000002AAA";
  private static final String OWNER = "005000000000001AAA";
  private static final String OTHER_DEAL = "006000000000099";
  private static final String CONTRACT = "800000000000001AAA";

  CrmSnapshot crm() {
    Map<String, Object> snapshot = new LinkedHashMap<>();
    snapshot.put("looked_up", ACCOUNT);
    snapshot.put("accounts_matching", customer.accounts());
    if (customer.accounts() == 1) {
      snapshot.put("account", account());
      put(
          snapshot,
          "owner",
          customer.owner() == null || !customer.ownerFound() ? null : owner(customer.owner()));
      snapshot.put("opportunities", customer.deals().stream().map(this::deal).toList());
      put(snapshot, "named_opportunity", customer.named() == null ? null : deal(customer.named()));
      snapshot.put("contracts", List.of(row(customer.row())));
    }
    return EdgeJson.mapper().convertValue(snapshot, CrmSnapshot.class);
  }

  @Nullable String trigger() {
    return customer.named() == null ? null : customer.named().id();
  }

  private Map<String, Object> row(Customer.Row told) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", CONTRACT);
    row.put("account_id", ACCOUNT);
    row.put("status_code", told.status());
    put(row, "start_date", day(told.start()));
    put(row, "end_date", day(told.end()));
    put(row, "envelope_id", told.envelope() ? "e-1" : null);
    return row;
  }

  private Map<String, Object> account() {
    Map<String, Object> account = new LinkedHashMap<>();
    account.put("id", ACCOUNT);
    account.put("is_deleted", customer.deleted());
    put(account, "name", customer.name() ? "Acme" : null);
    put(account, "billing_country", customer.country() ? "US" : null);
    put(account, "industry", customer.industry() ? "Retail" : null);
    put(account, "owner_id", customer.owner() == null ? null : OWNER);
    return account;
  }

  private static Map<String, Object> owner(Customer.Owner owner) {
    Map<String, Object> user = new LinkedHashMap<>();
    user.put("id", OWNER);
    user.put("name", "Ada");
    user.put("is_active", owner.active());
    put(user, "email", owner.email() ? "ada@example.com" : null);
    put(user, "profile_id", owner.profile() ? "00e000000000001AAA" : null);
    put(user, "title", owner.title() ? "Manager" : null);
    put(user, "department", owner.department() ? "Sales" : null);
    put(user, "manager_id", owner.manager() ? "005000000000002AAA" : null);
    return user;
  }

  private Map<String, Object> deal(Customer.Deal deal) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", deal.id());
    row.put("is_won", deal.won());
    row.put("is_closed", deal.won());
    put(row, "close_date", day(deal.closed()));
    put(row, "amount", deal.amount());
    put(row, "currency", deal.currency());
    put(row, "contract_id", deal.contract() ? CONTRACT : null);
    put(row, "account_id", named(deal.account()));
    return row;
  }

  ContractsOfAccount contracts() {
    Customer.Contract contract = customer.contract();
    List<Map<String, Object>> found = new ArrayList<>();
    if (contract != null) {
      found.add(envelope(contract));
      for (int i = 0; i < contract.others(); i++) {
        found.add(other(i));
      }
    }
    return EdgeJson.mapper()
        .convertValue(Map.of("account_id", ACCOUNT, "contracts", found), ContractsOfAccount.class);
  }

  private Map<String, Object> other(int number) {
    Map<String, Object> envelope = new LinkedHashMap<>();
    envelope.put("envelope_id", "o-" + number);
    envelope.put("status", "EXECUTED");
    envelope.put("terminated", false);
    envelope.put("on_paper", false);
    envelope.put("sent_at", today.minusDays(200) + "T10:00:00Z");
    return envelope;
  }

  private Map<String, Object> envelope(Customer.Contract contract) {
    Map<String, Object> envelope = new LinkedHashMap<>();
    envelope.put("envelope_id", "e-1");
    envelope.put("sent_at", today.minusDays(100) + "T10:00:00Z");
    envelope.put("status", contract.state());
    envelope.put("terminated", contract.terminated());
    envelope.put("on_paper", false);
    put(envelope, "renewal_type", contract.renews() ? "AUTO_RENEW" : "OPTION_TO_RENEW");
    put(envelope, "effective_date", day(contract.effective()));
    put(envelope, "expiry_date", day(contract.expiry()));
    put(
        envelope,
        "value",
        contract.value() == null ? null : money(contract.value(), contract.currency()));
    put(envelope, "crm_account_id", named(contract.account()));
    return envelope;
  }

  /// @param deal the opportunity that the invoices name
  InvoicesOfAccount invoices(@Nullable String deal) {
    List<Map<String, String>> customers =
        List.of(Map.of("id", "7", "name", "Acme"), Map.of("id", "8", "name", "Acme"))
            .subList(0, customer.erpCustomers());
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("account_id", ACCOUNT);
    answer.put("customers", customers);
    answer.put("other_customers", List.of(Map.of("id", "9", "name", "Parent")));
    answer.put("invoices", customer.bills().stream().map(bill -> invoice(bill, deal)).toList());
    return EdgeJson.mapper().convertValue(answer, InvoicesOfAccount.class);
  }

  private Map<String, Object> invoice(Customer.Bill bill, @Nullable String deal) {
    Map<String, Object> invoice = new LinkedHashMap<>();
    put(invoice, "id", bill.id() ? "99" : null);
    invoice.put("customer_id", bill.elsewhere() ? "9" : "7");
    put(invoice, "opportunity_id", ofDeal(bill.deal(), deal));
    put(invoice, "contract_id", bill.deal() == Names.THIS ? null : CONTRACT);
    put(invoice, "crm_account_id", named(bill.account()));
    invoice.put("status", bill.status());
    invoice.put("total", money(bill.total(), bill.currency()));
    invoice.put("net", money(bill.total(), bill.currency()));
    invoice.put("remaining", money(bill.total() - bill.cash() - bill.credit(), bill.currency()));
    if (bill.settled()) {
      invoice.put("paid_by_cash", money(bill.cash(), bill.currency()));
      invoice.put("paid_by_credit", money(bill.credit(), bill.currency()));
    }
    put(invoice, "issued", day(bill.issued()));
    put(invoice, "rate", bill.rate() == null ? null : rate(bill.rate(), bill.currency()));
    put(invoice, "due", day(bill.due()));
    return invoice;
  }

  private static @Nullable String ofDeal(Names named, @Nullable String deal) {
    return switch (named) {
      case THIS -> deal;
      case ANOTHER -> OTHER_DEAL;
      case NONE -> null;
    };
  }

  private Map<String, Object> rate(int percent, String currency) {
    BigDecimal rate = BigDecimal.valueOf(percent, 2);
    return Map.of("rate", rate, "from", currency, "to", "USD", "date", today.toString());
  }

  private static Map<String, Object> money(int amount, String currency) {
    return Map.of("amount", amount, "currency", currency);
  }

  private @Nullable String day(@Nullable Integer offset) {
    return offset == null ? null : today.plusDays(offset).toString();
  }

  private static @Nullable String named(Names account) {
    return switch (account) {
      case THIS -> ACCOUNT;
      case ANOTHER -> OTHER;
      case NONE -> null;
    };
  }

  private static void put(Map<String, Object> target, String name, @Nullable Object value) {
    if (value != null) {
      target.put(name, value);
    }
  }
}
