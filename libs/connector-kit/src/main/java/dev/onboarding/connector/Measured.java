package dev.onboarding.connector;

import dev.onboarding.model.FailureException;
import io.micrometer.core.instrument.Timer;

/// Times calls by system, operation and outcome (`ok`, or the type of the failure).
record Measured(Upstream next, String meter, String system, CallSurroundings around)
    implements Upstream {

  @Override
  public UpstreamResponse send(UpstreamRequest request) {
    Timer.Sample sample = Timer.start(around.meters());
    String outcome = "bug";
    try {
      UpstreamResponse response = next.send(request);
      outcome = "ok";
      return response;
    } catch (FailureException failure) {
      outcome = failure.failure().errorType().toString();
      throw failure;
    } finally {
      sample.stop(
          Timer.builder(meter)
              .tag("system", system)
              .tag("operation", request.operation())
              .tag("outcome", outcome)
              .register(around.meters()));
    }
  }
}
