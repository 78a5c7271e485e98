package dev.onboarding.adviser.budget;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// A ledger of this process alone, for a server that has no database: each node has the budget for
/// itself, and a restart forgets what was spent. Keeps the accounts of the last days and runs only.
public final class LocalLedger implements Ledger {

  private static final int MOST_ACCOUNTS = 10_000;

  private record Spent(long tokens, long microUsd, long order) {}

  private final Map<String, Spent> accounts = new HashMap<>();
  private long order;

  @Override
  public synchronized Optional<String> spend(List<Entry> entries) {
    for (Entry entry : entries) {
      Spent spent = accounts.getOrDefault(entry.account(), new Spent(0, 0, 0));
      if (spent.tokens() + entry.tokens() > entry.mostTokens()
          || spent.microUsd() + entry.microUsd() > entry.mostMicroUsd()) {
        return Optional.of(entry.account());
      }
    }
    correct(entries);
    return Optional.empty();
  }

  @Override
  public synchronized void correct(List<Entry> differences) {
    for (Entry each : differences) {
      order++;
      accounts.merge(
          each.account(),
          new Spent(each.tokens(), each.microUsd(), order),
          (one, more) ->
              new Spent(one.tokens() + more.tokens(), one.microUsd() + more.microUsd(), order));
    }
    if (accounts.size() > MOST_ACCOUNTS) {
      forgetTheOldest();
    }
  }

  private void forgetTheOldest() {
    var orders = new TreeSet<Long>();
    accounts.values().forEach(spent -> orders.add(spent.order()));
    long middle = List.copyOf(orders).get(orders.size() / 2);
    accounts.values().removeIf(spent -> spent.order() < middle);
  }
}
