package dev.onboarding.clm.connection;

import dev.onboarding.connector.UpstreamResponse;
import dev.onboarding.connector.quota.RatesSaid;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Reads what DocuSign says of its limits in the headers of an answer: calls an hour, and calls in
/// 30 seconds.
final class RateHeaders {

  private RateHeaders() {}

  /// Empty where the hourly limit is not named, as in answers of the token host.
  static Optional<RatesSaid> of(UpstreamResponse response) {
    RatesSaid.Rate hourly =
        rate(response, "x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset");
    RatesSaid.Rate burst =
        rate(response, "x-burstlimit-limit", "x-burstlimit-remaining", "x-burstlimit-reset");
    return Optional.ofNullable(hourly).map(said -> new RatesSaid(said, burst));
  }

  private static RatesSaid.@Nullable Rate rate(
      UpstreamResponse response, String limit, String remaining, String reset) {
    OptionalLong allowed = number(response, limit);
    OptionalLong left = number(response, remaining);
    if (allowed.isEmpty() || left.isEmpty() || allowed.getAsLong() == 0) {
      return null;
    }
    OptionalLong resets = number(response, reset);
    return new RatesSaid.Rate(
        allowed.getAsLong(),
        left.getAsLong(),
        resets.isEmpty() ? null : Instant.ofEpochSecond(resets.getAsLong()));
  }

  private static OptionalLong number(UpstreamResponse response, String header) {
    return response
        .header(header)
        .map(String::strip)
        .filter(value -> value.matches("\\d{1,11}"))
        .map(value -> OptionalLong.of(Long.parseLong(value)))
        .orElseGet(OptionalLong::empty);
  }
}
