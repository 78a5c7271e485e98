package dev.onboarding.edge.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The issuer's keys: read when the first token comes, again when a token names an unknown one or
/// they are ten minutes old, and kept while the issuer is away. However many tokens name unknown
/// keys, the issuer is asked once in five seconds at the most.
final class IssuerKeys implements JWKSource<SecurityContext> {

  private static final Logger log = LoggerFactory.getLogger(IssuerKeys.class);
  private static final Duration BETWEEN_READS = Duration.ofSeconds(5);

  /// While there are none at all, nobody can be served.
  private static final Duration BETWEEN_FIRST_READS = Duration.ofSeconds(1);

  private static final Duration FRESH = Duration.ofMinutes(10);

  private final URI address;
  private final ResourceRetriever http;
  private final Clock clock;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile @Nullable Keys known;
  private Instant lastTried = Instant.MIN;

  IssuerKeys(URI address, ResourceRetriever http, Clock clock) {
    this.address = address;
    this.http = http;
    this.clock = clock;
  }

  private record Keys(JWKSet set, Instant readAt) {}

  /// @return none when the issuer has no such key
  /// @throws RemoteKeySourceException when it could not be asked even once
  @Override
  public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context)
      throws KeySourceException {
    Keys keys = known;
    if (keys == null || keys.readAt().plus(FRESH).isBefore(clock.instant())) {
      keys = readAgain(keys);
    }
    List<JWK> found = selector.select(keys.set());
    return found.isEmpty() ? selector.select(readAgain(keys).set()) : found;
  }

  private Keys readAgain(@Nullable Keys seen) throws RemoteKeySourceException {
    reading.lock();
    try {
      Keys now = known;
      if (now != null && !now.equals(seen)) {
        return now;
      }
      Duration pause = now == null ? BETWEEN_FIRST_READS : BETWEEN_READS;
      if (lastTried.isBefore(clock.instant().minus(pause))) {
        lastTried = clock.instant();
        return read();
      }
      return orAway(null);
    } catch (IOException | ParseException away) {
      return orAway(away);
    } finally {
      reading.unlock();
    }
  }

  private Keys read() throws IOException, ParseException {
    var set = JWKSet.parse(http.retrieveResource(address.toURL()).getContent());
    var keys = new Keys(set, clock.instant());
    known = keys;
    return keys;
  }

  private Keys orAway(@Nullable Exception why) throws RemoteKeySourceException {
    Keys kept = known;
    if (why != null) {
      log.warn("The keys of the issuer cannot be read at {}: {}", address, why.toString());
    }
    if (kept == null) {
      throw new RemoteKeySourceException("The keys of the issuer cannot be read", why);
    }
    return kept;
  }
}
