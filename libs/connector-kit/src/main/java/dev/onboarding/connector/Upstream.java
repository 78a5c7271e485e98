package dev.onboarding.connector;

/// An external system that can be asked: answers, or throws a
/// [dev.onboarding.model.FailureException].
@FunctionalInterface
public interface Upstream {

  UpstreamResponse send(UpstreamRequest request);
}
