package dev.onboarding.connector.quota;

import dev.onboarding.connector.Upstream;
import dev.onboarding.connector.UpstreamRequest;
import dev.onboarding.connector.UpstreamResponse;
import dev.onboarding.model.CallContext;
import dev.onboarding.model.CallerClass;
import org.springframework.dao.DataAccessException;

/// Lets a call leave while the allocation holds more than what is kept for people; never waits.
record WithinAllocation(Upstream next, String system, SharedAllocation allocation)
    implements Upstream {

  @Override
  public UpstreamResponse send(UpstreamRequest request) {
    begin();
    try {
      return next.send(request);
    } finally {
      allocation.end();
    }
  }

  private void begin() {
    try {
      allocation.begin(CallContext.current().callerClass() == CallerClass.PERSON);
    } catch (DataAccessException unavailable) {
      throw QuotaFailures.unavailable(system, unavailable);
    }
  }
}
