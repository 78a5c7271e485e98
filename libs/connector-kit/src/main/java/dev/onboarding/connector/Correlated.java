package dev.onboarding.connector;

import java.util.regex.Pattern;

/// Sends the call's correlation id along, when it has one that fits into a header.
record Correlated(Upstream next, CallSurroundings around) implements Upstream {

  private static final Pattern HEADER_SAFE = Pattern.compile("[\\x21-\\x7e]{1,128}");

  @Override
  public UpstreamResponse send(UpstreamRequest request) {
    String correlation = around.correlation().get();
    boolean sendable = correlation != null && HEADER_SAFE.matcher(correlation).matches();
    return next.send(sendable ? request.withHeader("X-Correlation-Id", correlation) : request);
  }
}
