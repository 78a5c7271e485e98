package dev.onboarding.connector;

/// Turns an answer that means failure into the exception, so that the wrappers outside need no
/// knowledge of the system.
record Translated(Upstream next, FailureTranslator failures) implements Upstream {

  @Override
  public UpstreamResponse send(UpstreamRequest request) {
    UpstreamResponse response = next.send(request);
    failures
        .translate(response)
        .ifPresent(failure -> {
          throw failure;
        });
    return response;
  }
}
