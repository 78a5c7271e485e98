package dev.onboarding.adviser;

/// Advises people on one judged account; the decision is fixed before and never changed by advice.
public interface Adviser {

  Advice advise(AdviceRequest request);
}
