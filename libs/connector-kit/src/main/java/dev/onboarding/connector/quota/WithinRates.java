package dev.onboarding.connector.quota;

import dev.onboarding.connector.Upstream;
import dev.onboarding.connector.UpstreamRequest;
import dev.onboarding.connector.UpstreamResponse;
import dev.onboarding.model.FailureException;
import io.github.bucket4j.BucketExceptions;

/// Lets a call leave that is within the rates; never waits.
record WithinRates(Upstream next, String system, SharedRates rates) implements Upstream {

  @Override
  public UpstreamResponse send(UpstreamRequest request) {
    take();
    return next.send(request);
  }

  private void take() {
    try {
      rates.take();
    } catch (FailureException usedUp) {
      throw usedUp;
    } catch (BucketExceptions.BucketExecutionException unavailable) {
      throw QuotaFailures.unavailable(system, unavailable);
    }
  }
}
