package dev.onboarding.coordinator.api;

import dev.onboarding.coordinator.budget.Allocation;
import dev.onboarding.coordinator.budget.Budgets;
import dev.onboarding.coordinator.budget.Pool;
import dev.onboarding.coordinator.budget.RunCost;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// `/api/budget`: what is left of the limits of external systems; `/api/runs/{id}/costs`: what a
/// run has cost there.
@RestController
final class BudgetController {

  private final Budgets budgets;

  BudgetController(Budgets budgets) {
    this.budgets = budgets;
  }

  record Budget(List<Allocation> allocations, List<Pool> pools) {

    Budget {
      allocations = List.copyOf(allocations);
      pools = List.copyOf(pools);
    }
  }

  record Costs(String run, long calls, List<RunCost> costs) {

    Costs {
      costs = List.copyOf(costs);
    }
  }

  @GetMapping("/api/budget")
  Budget budget() {
    return new Budget(budgets.allocations(), budgets.pools());
  }

  /// A run that has called nobody, or that there never was, has cost nothing.
  @GetMapping("/api/runs/{id}/costs")
  Costs costs(@PathVariable UUID id) {
    List<RunCost> costs = budgets.costsOf(id.toString());
    return new Costs(id.toString(), costs.stream().mapToLong(RunCost::calls).sum(), costs);
  }
}
