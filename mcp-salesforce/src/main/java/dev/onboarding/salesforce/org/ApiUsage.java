package dev.onboarding.salesforce.org;

import dev.onboarding.connector.UpstreamResponse;
import dev.onboarding.connector.quota.Usage;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads how much of the org's daily allocation is used, as every answer's `Sforce-Limit-Info` says
/// (all integrations of the org together).
final class ApiUsage {

  private static final Pattern USAGE = Pattern.compile("(?<!-)api-usage=(\\d{1,12})/(\\d{1,12})");

  private ApiUsage() {}

  static Optional<Usage> of(UpstreamResponse response) {
    return response
        .header("sforce-limit-info")
        .map(USAGE::matcher)
        .filter(Matcher::find)
        .map(usage -> new Usage(Long.parseLong(usage.group(1)), Long.parseLong(usage.group(2))));
  }
}
