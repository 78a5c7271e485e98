package dev.onboarding.connector;

import dev.onboarding.model.CallTally;
import java.util.function.Consumer;

/// Counts calls for whoever accounts for the tool call that they are part of.
record Tallied(Upstream next, Consumer<CallTally> count) implements Upstream {

  @Override
  public UpstreamResponse send(UpstreamRequest request) {
    count.accept(CallTally.current());
    return next.send(request);
  }
}
