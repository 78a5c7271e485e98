package dev.onboarding.adviser;

import dev.onboarding.adviser.budget.Ledger;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Clock;

/// Everything that advises, built from configuration: with models where they are configured, else
/// the fallback. Never throws when it is asked; what is wrong with the settings shows when it is
/// built.
public final class Advisers implements AutoCloseable {

  private final FallbackAdviser fallback = new FallbackAdviser();

  /// What advisers are given by the server they run in.
  ///
  /// @param telemetry [OpenTelemetry#noop] where traces go nowhere
  public record Surroundings(
      Ledger ledger, MeterRegistry meters, OpenTelemetry telemetry, Clock clock) {}

  private Advisers() {}

  /// @throws IllegalArgumentException when a setting cannot work
  public static Advisers of(AdviserSettings settings, Surroundings around) {
    return new Advisers();
  }

  public Adviser adviser() {
    return fallback;
  }

  public TermsAdviser terms() {
    return fallback;
  }

  @Override
  public void close() {}
}
