package dev.onboarding.allinone.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/// Logins under way and codes not yet used, forgotten after two hours and with the process. What a
/// machine is given is not remembered at all: its token says everything.
final class Logins implements OAuth2AuthorizationService {

  private static final Duration REMEMBERED = Duration.ofHours(2);

  private final InMemoryOAuth2AuthorizationService kept = new InMemoryOAuth2AuthorizationService();
  private final Map<String, Instant> since = new ConcurrentHashMap<>();
  private final Clock clock;

  Logins(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void save(OAuth2Authorization login) {
    if (!AuthorizationGrantType.CLIENT_CREDENTIALS.equals(login.getAuthorizationGrantType())) {
      forgetOld();
      kept.save(login);
      since.putIfAbsent(login.getId(), clock.instant());
    }
  }

  @Override
  public void remove(OAuth2Authorization login) {
    kept.remove(login);
    since.remove(login.getId());
  }

  @Override
  public @Nullable OAuth2Authorization findById(String id) {
    return kept.findById(id);
  }

  @Override
  public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
    return kept.findByToken(token, type);
  }

  private void forgetOld() {
    Instant oldest = clock.instant().minus(REMEMBERED);
    since.forEach((id, at) -> {
      if (at.isBefore(oldest)) {
        OAuth2Authorization old = kept.findById(id);
        since.remove(id);
        if (old != null) {
          kept.remove(old);
        }
      }
    });
  }
}
