package dev.onboarding.provisioning.provisioner;

import org.jspecify.annotations.Nullable;

/// What the provisioner says about an instance: a closed set.
public sealed interface InstanceState {

  /// It is there, as last asked for.
  ///
  /// @param loginUrl the instance's dashboard; null when this answer does not carry it
  record Ready(@Nullable String loginUrl) implements InstanceState {}

  /// The provisioner works on it.
  ///
  /// @param operation the token with which to ask again; null when the provisioner gave none
  record InProgress(@Nullable String operation, @Nullable String loginUrl)
      implements InstanceState {}

  /// The provisioner gave up on it.
  record Failed(String reason) implements InstanceState {}

  /// The provisioner knows no such instance.
  record Absent() implements InstanceState {}
}
