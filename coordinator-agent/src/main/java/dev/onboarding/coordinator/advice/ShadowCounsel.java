package dev.onboarding.coordinator.advice;

import dev.onboarding.coordinator.run.RunStores;
import java.util.List;

/// Asks by the prompts in the shadow as well, and keeps how they fared; nobody is told what they
/// said.
final class ShadowCounsel implements Counsel {

  private final Trials trials;
  private final AdviceOrders orders;
  private final RunStores stores;

  ShadowCounsel(Trials trials, AdviceOrders orders, RunStores stores) {
    this.trials = trials;
    this.orders = orders;
    this.stores = stores;
  }

  @Override
  public List<String> tasks() {
    return List.of();
  }

  @Override
  public List<Piece> on(JudgedRun run) {
    trials
        .shadow(run)
        .ifPresent(shadow ->
            stores.inTransaction(() -> {
              orders.beside(new AdviceTicket(run.run().id().value(), run.run().attempt()), shadow);
              return shadow;
            }));
    return List.of();
  }
}
