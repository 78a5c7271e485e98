package dev.onboarding.edge.security;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/// A verified caller in the form in which Spring Security passes it on; without the token, and the
/// same for all requests that show the same token.
final class CallerAuthentication implements Authentication {

  private static final long serialVersionUID = 1L;

  private final transient Caller caller;

  CallerAuthentication(Caller caller) {
    this.caller = caller;
  }

  Caller caller() {
    return Objects.requireNonNull(caller);
  }

  @Override
  public String getName() {
    return caller.name();
  }

  @Override
  public Collection<? extends GrantedAuthority> getAuthorities() {
    return List.of();
  }

  @Override
  public @Nullable Object getCredentials() {
    return null;
  }

  @Override
  public @Nullable Object getDetails() {
    return null;
  }

  @Override
  public Object getPrincipal() {
    return caller;
  }

  @Override
  public boolean isAuthenticated() {
    return true;
  }

  @Override
  public void setAuthenticated(boolean authenticated) {
    throw new IllegalArgumentException("A verified caller stays verified");
  }
}
