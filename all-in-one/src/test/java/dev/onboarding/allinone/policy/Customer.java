package dev.onboarding.allinone.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A customer as four systems describe it, in the plainest terms; days count from today, amounts
/// are whole units.
///
/// @param named a deal of another account, which the trigger names
record Customer(
    int accounts,
    boolean deleted,
    boolean name,
    boolean country,
    boolean industry,
    @Nullable Owner owner,
    boolean ownerFound,
    List<Deal> deals,
    @Nullable Deal named,
    Row row,
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

  /// Salesforce's own contract, of which only a deal that names it tells.
  ///
  /// @param envelope whether it names the envelope below
  record Row(String status, @Nullable Integer start, @Nullable Integer end, boolean envelope) {}

  /// What DocuSign has.
  ///
  /// @param others executed contracts beside it, sent earlier
  record Contract(
      int others,
      String state,
      @Nullable Integer effective,
      @Nullable Integer expiry,
      boolean renews,
      boolean terminated,
      @Nullable Integer value,
      String currency,
      Names account) {}

  /// An invoice, on the account's customer or elsewhere; whatever names not this deal names the
  /// contract.
  ///
  /// @param settled whether cash and credit are told apart
  /// @param rate what a hundred of its currency are worth in dollars
  record Bill(
      Names deal,
      boolean elsewhere,
      @Nullable Integer issued,
      boolean settled,
      @Nullable Integer rate,
      boolean id,
      String status,
      int total,
      int cash,
      int credit,
      @Nullable Integer due,
      String currency,
      Names account) {}
}
