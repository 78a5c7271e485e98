package dev.onboarding.coordinator.effect;

/// Something that is to leave, and what the outbox may remember of it.
public sealed interface Outgoing permits SlackPost, Mail {

  String kind();

  /// Where it goes.
  String target();

  String subject();

  /// SHA-256 of everything that leaves; the content itself may hold a secret and is not kept.
  String contentDigest();
}
