package dev.onboarding.agentkit;

import java.net.URI;

/// Access tokens of one client, each for one server (RFC 8707) and renewed before it expires.
public interface AccessTokens {

  /// A token that is good for a while.
  ///
  /// @param resource the server's audience
  /// @param scope what is asked for, separated by spaces
  /// @throws dev.onboarding.model.FailureException when none can be had
  String token(URI resource, String scope);

  /// Gives a token up that the server refused, so that the next one is another.
  void refused(URI resource, String scope, String token);
}
