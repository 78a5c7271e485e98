package dev.onboarding.coordinator.api;

import dev.onboarding.coordinator.intake.Fields;
import dev.onboarding.coordinator.intake.Intake;
import dev.onboarding.coordinator.run.Mode;
import dev.onboarding.coordinator.run.Opened;
import dev.onboarding.coordinator.run.RunPriority;
import dev.onboarding.coordinator.run.RunRequest;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Asks for a run on behalf of somebody on this machine.
public final class Ask {

  private final Intake intake;
  private final Supplier<UUID> ids;

  public Ask(Intake intake, Supplier<UUID> ids) {
    this.intake = intake;
    this.ids = ids;
  }

  /// @param source who asks, for example `api`
  /// @param correlation null to start a run that nothing else refers to
  public Opened run(
      String source,
      @Nullable String account,
      @Nullable String correlation,
      @Nullable String opportunity,
      @Nullable Mode mode) {
    var id = correlation == null ? ids.get().toString() : Fields.id("correlation_id", correlation);
    var request =
        new RunRequest(
            source,
            id,
            id,
            Fields.account(account),
            Fields.opportunity(opportunity),
            mode,
            RunPriority.PROMPT);
    return intake
        .known(request)
        .map(known -> new Opened(known, true))
        .orElseGet(() -> intake.open(request));
  }
}
