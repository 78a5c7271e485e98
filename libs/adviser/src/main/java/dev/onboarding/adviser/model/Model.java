package dev.onboarding.adviser.model;

/// One model of one provider.
public interface Model {

  ModelName name();

  ModelFacts facts();

  /// Whether it can be asked now: a key that was taken away may come back.
  boolean isConfigured();

  /// Where it is reached, for traces.
  java.net.URI address();

  /// Asks once; nothing here asks again.
  ///
  /// @throws ModelFailure when there is no reply
  Reply ask(Question question);
}
