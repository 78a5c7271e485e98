package dev.onboarding.coordinator.run;

/// Refuses a run that would go further by itself than this coordinator is configured to let it.
public final class LaxerModeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public LaxerModeException(Mode asked, Mode configured) {
    super(
        "The mode '%s' is laxer than the configured '%s': ask for that or a stricter one."
            .formatted(asked, configured));
  }
}
