package dev.onboarding.allinone.client;

/// The access tokens with which one user of a system reaches its coordinator.
public interface Access {

  /// Of the command on its own behalf; may be asked for before each request.
  String token();

  /// Of the person who types it, who logs in for it.
  String personToken();
}
