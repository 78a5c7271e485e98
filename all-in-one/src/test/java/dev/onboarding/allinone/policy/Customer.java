package dev.onboarding.allinone.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A customer as four systems describe it, in the plainest terms; days count from today, amounts
/// are whole units.
record Customer(
    int accounts,
    boolean deleted,
    boolean name,
    boolean country,
    boolean industry,
    @Nullable Owner owner,
    boolean ownerFound,
    List<Deal> deals,
    @Nullable Contract contract,
    int erpCustomers,
    List<Bill> bills) {

  /// The account's owner; null in [Customer] when nobody owns it.
  record Owner(
      boolean active,
      boolean email,
      boolean profile,
      boolean title,
      boolean department,
      boolean manager) {}

  /// Whose account a record names.
  enum Names {
    THIS,
    ANOTHER,
    NONE
  }

  /// An opportunity.
  record Deal(
      String id,
      boolean won,
      @Nullable Integer closed,
      @Nullable Integer amount,
      String currency,
      boolean contract,
      Names account) {}

  /// What DocuSign has.
  record Contract(
      String state,
      @Nullable Integer effective,
      @Nullable Integer expiry,
      boolean renews,
      boolean terminated,
      @Nullable Integer value,
      String currency,
      Names account) {}

  /// An invoice that names the deal.
  record Bill(
      boolean id,
      String status,
      int total,
      int cash,
      int credit,
      @Nullable Integer due,
      String currency,
      Names account) {}
}
