package dev.onboarding.connector.quota;

import dev.onboarding.connector.Upstream;
import dev.onboarding.connector.UpstreamRequest;
import dev.onboarding.connector.UpstreamResponse;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// Passes on what an answer says of a limit, whether it is a yes or a no.
record Heard<T>(
    Upstream next, Function<UpstreamResponse, Optional<T>> headers, Consumer<T> listener)
    implements Upstream {

  @Override
  public UpstreamResponse send(UpstreamRequest request) {
    UpstreamResponse response = next.send(request);
    headers.apply(response).ifPresent(listener);
    return response;
  }
}
