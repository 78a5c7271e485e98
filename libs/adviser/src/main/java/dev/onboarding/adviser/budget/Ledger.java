package dev.onboarding.adviser.budget;

import java.util.List;
import java.util.Optional;

/// What has been spent, by account; shared by every node that spends from the same budget.
///
/// An account is a day (`day:2026-11-30`, in UTC) or a run (`run:` and its id) and begins at
/// nothing. Nothing is ever reset: a new day is a new account.
public interface Ledger {

  /// Adds every entry to its account, or none: where one account would exceed its limit, nothing is
  /// added and its name is returned. One atomic act.
  Optional<String> spend(List<Entry> entries);

  /// Adds the differences, negative where less was used than set aside; limits are not asked.
  void correct(List<Entry> differences);

  /// Tokens and millionths of a US dollar for one account.
  ///
  /// @param mostTokens the account's limit
  /// @param mostMicroUsd the account's limit
  record Entry(String account, long tokens, long microUsd, long mostTokens, long mostMicroUsd) {}
}
