package dev.onboarding.coordinator.rule;

import java.util.List;

/// One fact that rules may ask about.
///
/// @param name as a rule writes it, for example `invoice.days_overdue`
/// @param nullable whether it may be confirmed absent
/// @param unit empty where the type says it
/// @param personal whether it goes when a customer's personal data is erased
/// @param from the vendors' fields that it is read or computed from; empty for what comes from none
/// @param values the only values it takes; empty when it is not enumerated
public record FactEntry(
    String name,
    FactType type,
    boolean nullable,
    String unit,
    String meaning,
    boolean personal,
    List<String> values,
    List<String> from) {

  public FactEntry {
    values = List.copyOf(values);
    from = List.copyOf(from);
  }
}
