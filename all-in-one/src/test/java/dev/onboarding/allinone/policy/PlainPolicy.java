package dev.onboarding.allinone.policy;

import dev.onboarding.allinone.policy.Customer.Bill;
import dev.onboarding.allinone.policy.Customer.Contract;
import dev.onboarding.allinone.policy.Customer.Deal;
import dev.onboarding.allinone.policy.Customer.Names;
import dev.onboarding.allinone.policy.Customer.Owner;
import dev.onboarding.allinone.policy.Customer.Row;
import java.util.List;
import java.util.Objects;

/// The policy table a second time, written from its text as plainly as possible, sharing no line
/// with the first.
final class PlainPolicy {

  private boolean block;
  private boolean escalate;

  static String verdict(Customer customer) {
    var policy = new PlainPolicy();
    policy.judge(customer);
    return policy.block ? "BLOCK" : policy.escalate ? "ESCALATE" : "PROCEED";
  }

  private void judge(Customer c) {
    if (c.accounts() != 1 || c.deleted()) {
      block = true;
      return;
    }
    if (!c.name()) block = true;
    if (!c.country()) escalate = true;
    if (!c.industry()) escalate = true;
    if (c.owner() == null) escalate = true;
    if (c.owner() != null) owner(c.owner(), c.ownerFound());

    if (c.named() != null) block = true;
    Deal deal = c.named() != null ? c.named() : pick(c.deals());
    if (deal == null) block = true;
    if (deal != null) deal(deal);

    if (c.contract() == null) block = true;
    if (c.contract() != null) contract(c.contract(), c.row(), deal);

    bills(c, deal);
  }

  private void owner(Owner o, boolean found) {
    if (!found || !o.active() || !o.email() || !o.profile()) block = true;
    if (!o.title() || !o.department() || !o.manager()) escalate = true;
  }

  private Deal pick(List<Deal> deals) {
    List<Deal> won = deals.stream().filter(Deal::won).toList();
    if (deals.isEmpty()) return null;
    if (won.isEmpty()) {
      block = true;
      return newest(deals);
    }
    if (won.size() > 1) {
      Integer latest = newest(won).closed();
      boolean undated = won.stream().anyMatch(d -> d.closed() == null);
      boolean tie = won.stream().filter(d -> Objects.equals(d.closed(), latest)).count() > 1;
      if (undated || tie) escalate = true;
    }
    return newest(won);
  }

  private static Deal newest(List<Deal> deals) {
    Deal best = deals.getFirst();
    for (Deal d : deals) {
      if (d.closed() == null
          ? best.closed() == null && d.id().compareTo(best.id()) > 0
          : best.closed() == null
              || d.closed() > best.closed()
              || (d.closed().equals(best.closed()) && d.id().compareTo(best.id()) > 0)) {
        best = d;
      }
    }
    return best;
  }

  private void deal(Deal d) {
    if (d.account() == Names.NONE) block = true;
    if (d.account() == Names.ANOTHER) block = true;
    if (d.amount() == null) escalate = true;
    if (d.closed() == null) escalate = true;
    if (!d.contract()) escalate = true;
  }

  private void contract(Contract k, Row row, Deal deal) {
    boolean told = deal != null && deal.contract();
    Integer effective = k.effective() == null && told ? row.start() : k.effective();
    Integer expiry = k.expiry() == null && told ? row.end() : k.expiry();
    if (told && row.status().equals("Terminated")) block = true;
    if (told && row.status().equals("Expired") && !k.renews()) block = true;
    boolean open = List.of("DRAFT", "SENT", "SIGNED", "EXECUTED").contains(k.state());
    boolean over = k.terminated() || (k.expiry() != null && k.expiry() < 0 && !k.renews());
    boolean named = told && row.envelope();
    if (k.others() + (open && !over ? 1 : 0) > 1 && !named) escalate = true;
    if (!k.state().equals("EXECUTED") && !k.state().equals("SIGNED")) block = true;
    if (k.state().equals("SIGNED")) escalate = true;
    if (expiry != null && expiry < 0 && !k.renews()) block = true;
    if (k.terminated()) block = true;
    if (effective == null || expiry == null) escalate = true;
    if (effective != null && effective > 0) escalate = true;
    if (k.account() == Names.ANOTHER) block = true;
    if (k.value() != null) compare(deal, k.value(), k.currency());
  }

  private void bills(Customer c, Deal deal) {
    boolean free = deal != null && deal.amount() != null && deal.amount() == 0;
    boolean elsewhere =
        c.bills().stream().anyMatch(b -> b.elsewhere() && valid(b) && !takenBack(b));
    if (c.erpCustomers() != 1) {
      if (!free) block = true;
      if (free && c.erpCustomers() > 1) escalate = true;
      if (free && elsewhere) escalate = true;
      return;
    }
    List<Bill> counting = counting(c.bills(), deal);
    if (counting.isEmpty()) {
      if (!free) block = true;
      return;
    }
    if (elsewhere) escalate = true;
    for (String currency : List.of("USD", "EUR")) {
      List<Bill> same = counting.stream().filter(b -> b.currency().equals(currency)).toList();
      int total = same.stream().mapToInt(Bill::total).sum();
      int paid = same.stream().mapToInt(b -> b.cash() + b.credit()).sum();
      if (2 * paid < total) escalate = true;
    }
    for (Bill b : counting) {
      if (!b.id()) block = true;
      if (b.account() == Names.ANOTHER) block = true;
      if (!valid(b)) block = true;
      if (b.status().equals("PENDING_APPROVAL")) escalate = true;
      if (b.due() == null) escalate = true;
      if (b.due() != null && b.due() < 0 && b.cash() + b.credit() < b.total()) escalate = true;
      if (b.settled() && b.credit() > 0) escalate = true;
      if (!b.settled() && b.cash() + b.credit() > 0) escalate = true;
    }
    compare(deal, counting);
  }

  private List<Bill> counting(List<Bill> all, Deal deal) {
    List<Bill> ofDeal = all.stream().filter(b -> b.deal() == Names.THIS).toList();
    if (ofDeal.isEmpty()) {
      ofDeal = all.stream().filter(b -> b.deal() == Names.NONE).toList();
      if (deal != null && !deal.contract()) return withoutWithdrawn(ofDeal);
    }
    List<Bill> candidates = ofDeal;
    return withoutWithdrawn(
        candidates.stream().filter(b -> !takenBack(b) || !replaced(b, candidates)).toList());
  }

  private List<Bill> withoutWithdrawn(List<Bill> bills) {
    List<Bill> valid = bills.stream().filter(PlainPolicy::valid).toList();
    if (valid.isEmpty()) return bills;
    if (bills.stream().anyMatch(b -> !valid(b) && !replaced(b, valid))) escalate = true;
    return valid;
  }

  private static boolean replaced(Bill old, List<Bill> all) {
    for (Bill b : all) {
      boolean later = b.issued() != null && old.issued() != null && b.issued() >= old.issued();
      if (valid(b) && !takenBack(b) && later && b.currency().equals(old.currency())) return true;
    }
    return false;
  }

  private static boolean takenBack(Bill b) {
    return b.settled() && b.credit() > 0 && b.credit() == b.total();
  }

  private static boolean valid(Bill b) {
    return !List.of("VOIDED", "CANCELLED", "REJECTED").contains(b.status());
  }

  private void compare(Deal deal, List<Bill> bills) {
    if (deal == null || deal.amount() == null) return;
    int together = 0;
    for (Bill b : bills) {
      boolean foreign = !b.currency().equals(deal.currency());
      if (foreign && (b.rate() == null || !deal.currency().equals("USD"))) {
        escalate = true;
        return;
      }
      together += foreign ? b.total() * b.rate() / 100 : b.total();
    }
    compare(deal, together, deal.currency());
  }

  private void compare(Deal deal, int other, String currency) {
    if (deal == null || deal.amount() == null) return;
    if (!deal.currency().equals(currency)) escalate = true;
    else if (50L * Math.abs(deal.amount() - other) > deal.amount()) escalate = true;
  }
}
