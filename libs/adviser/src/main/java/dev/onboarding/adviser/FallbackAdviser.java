package dev.onboarding.adviser;

import java.util.List;

/// Advice without a model: the same request always gives the same advice, at once.
public final class FallbackAdviser implements Adviser {

  @Override
  public Advice advise(AdviceRequest request) {
    return new Advice("fallback", RiskLevel.LOW, "", "", "", List.of(), List.of());
  }
}
