package dev.onboarding.connector;

import dev.onboarding.model.CallContext;
import dev.onboarding.model.FailureException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Writes down every exchange that left this process, for the run it was made for.
record Accounted(Upstream next, String system, CallSurroundings around) implements Upstream {

  @Override
  public UpstreamResponse send(UpstreamRequest request) {
    long began = System.nanoTime();
    try {
      UpstreamResponse response = next.send(request);
      account(request, response, began);
      return response;
    } catch (FailureException failed) {
      if (WireFailures.left(failed)) {
        account(request, null, began);
      }
      throw failed;
    }
  }

  private void account(UpstreamRequest request, @Nullable UpstreamResponse response, long began) {
    byte[] body = request.body();
    long out = body == null ? 0 : body.length;
    long in = response == null ? 0 : response.body().length;
    around
        .books()
        .exchanged(
            new Exchange(
                system,
                request.operationClass(),
                CallContext.current().run(),
                out,
                in,
                Duration.ofNanos(System.nanoTime() - began)));
  }
}
