package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.run.Known;
import dev.onboarding.coordinator.run.Step;
import dev.onboarding.coordinator.run.StepContext;
import dev.onboarding.coordinator.run.StepName;
import dev.onboarding.coordinator.run.StepResult;
import dev.onboarding.model.AccountContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Asks for the account's tenant with the signed decision; an account that has one gets the same.
final class CreateTenant implements Step<TenantMade> {

  private final Provisioning provisioning;
  private final DecisionSigner signer;
  private final TierChoice tiers;
  private final String environment;
  private final Duration evidenceAge;

  CreateTenant(
      Provisioning provisioning,
      DecisionSigner signer,
      TierChoice tiers,
      String environment,
      Duration evidenceAge) {
    this.provisioning = provisioning;
    this.signer = signer;
    this.tiers = tiers;
    this.environment = environment;
    this.evidenceAge = evidenceAge;
  }

  @Override
  public StepName<TenantMade> name() {
    return StepNames.TENANT;
  }

  @Override
  public Set<String> upstreams() {
    return Set.of("provisioner");
  }

  /// Whatever it waited for since: nothing is made on evidence that was confirmed long ago.
  @Override
  public Optional<StepName<?>> outdated(Known known, Instant now) {
    return known
        .outcome(StepNames.CONFIRM)
        .filter(confirmed -> !known.recorded().begun(StepNames.TENANT))
        .filter(confirmed -> confirmed.isOlderThan(evidenceAge, now))
        .map(confirmed -> StepNames.CONFIRM);
  }

  @Override
  public StepResult<TenantMade> perform(StepContext context) {
    var gathered = context.known().required(StepNames.GATHER);
    var account = account(gathered);
    var tier = tiers.of(gathered.deal().orElseThrow());
    var order = SignedOrder.creation(account.accountId(), tier, environment);
    return StepResult.done(
        provisioning.create(
            new Provisioning.TenantOrder(
                account.accountId(),
                account.accountName(),
                tier,
                environment,
                signer.sign(order, context.known(), context.now()),
                context.key())));
  }

  /// No account without context can be decided otherwise than BLOCK.
  static AccountContext account(Gathered gathered) {
    return Objects.requireNonNull(gathered.context(), "context");
  }
}
