package dev.onboarding.allinone.policy;

import dev.onboarding.allinone.policy.Customer.Bill;
import dev.onboarding.allinone.policy.Customer.Contract;
import dev.onboarding.allinone.policy.Customer.Deal;
import dev.onboarding.allinone.policy.Customer.Names;
import dev.onboarding.allinone.policy.Customer.Owner;
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

    Deal deal = pick(c.deals());
    if (deal == null) block = true;
    if (deal != null) deal(deal);

    if (c.contract() == null) block = true;
    if (c.contract() != null) contract(c.contract(), deal);

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

  private void contract(Contract k, Deal deal) {
    if (!k.state().equals("EXECUTED") && !k.state().equals("SIGNED")) block = true;
    if (k.state().equals("SIGNED")) escalate = true;
    if (k.expiry() != null && k.expiry() < 0 && !k.renews()) block = true;
    if (k.terminated()) block = true;
    if (k.effective() == null || k.expiry() == null) escalate = true;
    if (k.effective() != null && k.effective() > 0) escalate = true;
    if (k.account() == Names.ANOTHER) block = true;
    if (k.value() != null) compare(deal, k.value(), k.currency());
  }

  private void bills(Customer c, Deal deal) {
    boolean free = deal != null && deal.amount() != null && deal.amount() == 0;
    if (c.erpCustomers() != 1) {
      if (!free) block = true;
      if (free && c.erpCustomers() > 1) escalate = true;
      return;
    }
    List<Bill> counting = counting(c.bills());
    if (counting.isEmpty()) {
      if (!free) block = true;
      return;
    }
    int total = 0;
    int paid = 0;
    for (Bill b : counting) {
      total += b.total();
      paid += b.cash() + b.credit();
      if (!b.id()) block = true;
      if (b.account() == Names.ANOTHER) block = true;
      if (List.of("VOIDED", "CANCELLED", "REJECTED").contains(b.status())) block = true;
      if (b.status().equals("PENDING_APPROVAL")) escalate = true;
      if (b.due() == null) escalate = true;
      if (b.due() != null && b.due() < 0 && b.cash() + b.credit() < b.total()) escalate = true;
      if (b.credit() > 0) escalate = true;
    }
    if (2 * paid < total) escalate = true;
    compare(deal, total, counting.getFirst().currency());
  }

  private static List<Bill> counting(List<Bill> all) {
    List<Bill> kept =
        all.stream()
            .filter(b -> !takenBack(b) || all.stream().noneMatch(o -> valid(o) && !takenBack(o)))
            .toList();
    List<Bill> valid = kept.stream().filter(PlainPolicy::valid).toList();
    return valid.isEmpty() ? kept : valid;
  }

  private static boolean takenBack(Bill b) {
    return b.credit() > 0 && b.credit() == b.total();
  }

  private static boolean valid(Bill b) {
    return !List.of("VOIDED", "CANCELLED", "REJECTED").contains(b.status());
  }

  private void compare(Deal deal, int other, String currency) {
    if (deal == null || deal.amount() == null) return;
    if (!deal.currency().equals(currency)) escalate = true;
    else if (50L * Math.abs(deal.amount() - other) > deal.amount()) escalate = true;
  }
}
