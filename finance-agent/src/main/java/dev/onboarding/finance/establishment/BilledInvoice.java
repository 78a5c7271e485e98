package dev.onboarding.finance.establishment;

import dev.onboarding.model.ExchangeRate;
import dev.onboarding.model.Money;
import dev.onboarding.model.finding.InvoiceStatus;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One invoice as the ERP answered it, in its own currency.
///
/// @param status one of [InvoiceStatus], kept as written: a word that is none is no reason to read
///   nothing
/// @param net after discount, before tax
/// @param rate of the day it was issued, into the currency of the books
public record BilledInvoice(
    @Nullable String id,
    @Nullable String number,
    @Nullable String customerId,
    @Nullable String status,
    @Nullable String statusRaw,
    @Nullable String opportunityId,
    @Nullable String contractId,
    @Nullable String crmAccountId,
    @Nullable Money total,
    @Nullable Money net,
    @Nullable Money remaining,
    @Nullable Money paidByCash,
    @Nullable Money paidByCredit,
    @Nullable LocalDate issued,
    @Nullable LocalDate due,
    @Nullable ExchangeRate rate) {

  private static final Set<String> DEAD =
      Set.of(
          InvoiceStatus.VOIDED.name(),
          InvoiceStatus.CANCELLED.name(),
          InvoiceStatus.REJECTED.name());

  /// Where it stands; null when the word is none of [InvoiceStatus], because guessing would be an
  /// answer that nobody gave.
  @Nullable InvoiceStatus standing() {
    return Arrays.stream(InvoiceStatus.values())
        .filter(known -> known.name().equals(status))
        .findFirst()
        .orElse(null);
  }

  /// Whether it can still be owed or paid: neither voided, nor cancelled, nor rejected.
  boolean valid() {
    return status == null || !DEAD.contains(status);
  }

  /// Whether something is to be paid; what does not say so counts as unpaid unless it is settled.
  boolean unpaid() {
    if (remaining != null) {
      return remaining.amount().signum() > 0;
    }
    return valid() && !InvoiceStatus.PAID_IN_FULL.name().equals(status);
  }

  boolean credited() {
    return paidByCredit != null && paidByCredit.amount().signum() > 0;
  }

  /// Whether credit alone settled all of it, as when an invoice is taken back.
  boolean takenBack() {
    return credited()
        && remaining != null
        && remaining.isZero()
        && (paidByCash == null || paidByCash.isZero());
  }

  /// Whether it was withdrawn, or credit took all of it back.
  boolean withdrawn() {
    return !valid() || takenBack();
  }

  /// Whether this one plausibly stands in another's place: it is owed or paid, in the same
  /// currency, and was issued on the same day or later.
  boolean replaces(BilledInvoice other) {
    return !withdrawn()
        && Objects.equals(currency(), other.currency())
        && issued != null
        && other.issued() != null
        && !issued.isBefore(other.issued());
  }

  /// Whether something was paid, though neither cash nor credit is said to have done it.
  boolean settledUnknown() {
    boolean unstated =
        (paidByCash == null || paidByCash.isZero())
            && (paidByCredit == null || paidByCredit.isZero());
    return unstated && paidSomething();
  }

  private boolean paidSomething() {
    if (total == null || remaining == null) {
      return InvoiceStatus.PAID_IN_FULL.name().equals(status);
    }
    return valid() && total.amount().compareTo(remaining.amount()) > 0;
  }

  @Nullable String currency() {
    Money stated = total != null ? total : net != null ? net : remaining;
    return stated == null ? null : stated.currency();
  }

  /// The number, else the internal id.
  @Nullable String label() {
    return number != null ? number : id;
  }

  /// Its name for people: the number, else the internal id.
  String named() {
    if (number != null) {
      return "invoice " + number;
    }
    return id != null ? "invoice " + id : "an invoice without an id";
  }
}
