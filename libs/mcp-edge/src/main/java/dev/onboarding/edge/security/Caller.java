package dev.onboarding.edge.security;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;

/// Who calls, as a verified token says.
///
/// @param subject whom the issuer authenticated: a person, or a client on its own behalf
/// @param client the application that was given the token
/// @param isPerson whether somebody logged in for it
public record Caller(String subject, String client, Set<String> scopes, boolean isPerson) {

  private static final int LONGEST = 128;

  public Caller {
    scopes = Set.copyOf(scopes);
  }

  /// The caller of the request that this thread serves; null where callers have no tokens.
  public static @Nullable Caller current() {
    return SecurityContextHolder.getContext().getAuthentication()
            instanceof CallerAuthentication known
        ? known.caller()
        : null;
  }

  /// Both names as they stand in a row or a line of a log: `client`, or `subject/client`.
  public String name() {
    String both = subject.equals(client) ? client : subject + "/" + client;
    String plain = both.replaceAll("[^\\x21-\\x7e]", "?");
    return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
  }

  public boolean has(String scope) {
    return scopes.contains(scope);
  }
}
