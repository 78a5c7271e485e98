package dev.onboarding.sandbox.wire;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The access tokens one system has given out and still honours.
public final class Tokens {

  private static final int MOST = 10_000;

  private final Map<String, Instant> valid = new ConcurrentHashMap<>();
  private final SecureRandom random = new SecureRandom();
  private final Clock clock;
  private final Duration lifetime;

  public Tokens(Clock clock, Duration lifetime) {
    this.clock = clock;
    this.lifetime = lifetime;
  }

  public String issue(String prefix) {
    if (valid.size() >= MOST) {
      valid.values().removeIf(expiry -> expiry.isBefore(clock.instant()));
    }
    var bytes = new byte[24];
    random.nextBytes(bytes);
    String token = prefix + HexFormat.of().formatHex(bytes);
    valid.put(token, clock.instant().plus(lifetime));
    return token;
  }

  public boolean honours(@Nullable String token) {
    Instant expiry = token == null ? null : valid.get(token);
    return expiry != null && clock.instant().isBefore(expiry);
  }

  public void expireAll() {
    valid.clear();
  }

  public Duration lifetime() {
    return lifetime;
  }
}
