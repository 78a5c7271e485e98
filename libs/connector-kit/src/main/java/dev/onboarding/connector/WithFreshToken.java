package dev.onboarding.connector;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.FailureException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Signs every request with the current token; a refused token is renewed once and the request
/// replayed once. However many calls are refused together, one renewal serves them all.
final class WithFreshToken implements Upstream {

  /// Renewed this long before it expires, so that it does not expire on the way.
  private static final Duration MARGIN = Duration.ofSeconds(30);

  private final Upstream next;
  private final TokenSource tokens;
  private final CallSurroundings around;
  private final ReentrantLock renewal = new ReentrantLock();
  private volatile @Nullable AccessToken current;

  WithFreshToken(Upstream next, TokenSource tokens, CallSurroundings around) {
    this.next = next;
    this.tokens = tokens;
    this.around = around;
  }

  @Override
  public UpstreamResponse send(UpstreamRequest request) {
    AccessToken token = usable();
    try {
      return next.send(signed(request, token));
    } catch (FailureException refused) {
      if (refused.failure().errorType() != ErrorType.AUTHENTICATION) {
        throw refused;
      }
      AccessToken renewed = renewed(token);
      if (renewed.equals(token)) {
        throw refused;
      }
      return next.send(signed(request, renewed));
    }
  }

  private AccessToken usable() {
    AccessToken token = current;
    return token == null || isOutdated(token) ? renewed(token) : token;
  }

  /// The token that replaces the given one: another call's, if that was quicker.
  private AccessToken renewed(@Nullable AccessToken stale) {
    renewal.lock();
    try {
      AccessToken token = current;
      if (token == null || token.equals(stale) || isOutdated(token)) {
        token = fetched();
        current = token;
      }
      return token;
    } finally {
      renewal.unlock();
    }
  }

  private AccessToken fetched() {
    try {
      return tokens.fetch();
    } catch (FailureException failed) {
      throw NotSent.because(failed);
    }
  }

  private boolean isOutdated(AccessToken token) {
    return isExpiring(token) || !tokens.isCurrent(token);
  }

  private boolean isExpiring(AccessToken token) {
    Instant end = token.expiresAt();
    return end != null && !around.clock().instant().plus(MARGIN).isBefore(end);
  }

  private static UpstreamRequest signed(UpstreamRequest request, AccessToken token) {
    return request.at(token.apiBase()).withHeader("Authorization", token.authorization().reveal());
  }
}
