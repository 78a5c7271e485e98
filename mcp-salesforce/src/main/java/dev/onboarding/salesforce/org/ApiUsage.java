package dev.onboarding.salesforce.org;

import dev.onboarding.connector.Upstream;
import dev.onboarding.connector.UpstreamRequest;
import dev.onboarding.connector.UpstreamResponse;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Shows how much of the org's daily allocation is used, as every answer's `Sforce-Limit-Info` says
/// (all integrations of the org together).
final class ApiUsage implements Upstream {

  private static final Pattern USAGE = Pattern.compile("(?<!-)api-usage=(\\d{1,12})/(\\d{1,12})");

  private final Upstream next;
  private final AtomicLong used = new AtomicLong();
  private final AtomicLong allowed = new AtomicLong();

  ApiUsage(Upstream next, MeterRegistry meters) {
    this.next = next;
    Gauge.builder("salesforce.api.used", used, AtomicLong::doubleValue)
        .description("Calls counted against the org's daily allocation")
        .register(meters);
    Gauge.builder("salesforce.api.allowed", allowed, AtomicLong::doubleValue)
        .description("The org's daily allocation of calls; 0 until Salesforce has told it")
        .register(meters);
  }

  @Override
  public UpstreamResponse send(UpstreamRequest request) {
    UpstreamResponse response = next.send(request);
    response
        .header("sforce-limit-info")
        .map(USAGE::matcher)
        .filter(Matcher::find)
        .ifPresent(usage -> {
          used.set(Long.parseLong(usage.group(1)));
          allowed.set(Long.parseLong(usage.group(2)));
        });
    return response;
  }
}
