package dev.onboarding.provisioning.tenant;

import dev.onboarding.model.Failure;
import dev.onboarding.provisioning.provisioner.InstanceState;
import dev.onboarding.provisioning.provisioner.InstanceState.Absent;
import dev.onboarding.provisioning.provisioner.InstanceState.Failed;
import dev.onboarding.provisioning.provisioner.InstanceState.InProgress;
import dev.onboarding.provisioning.provisioner.InstanceState.Ready;
import dev.onboarding.provisioning.tenant.Tenant.Pending;
import org.jspecify.annotations.Nullable;

/// What a tenant becomes through an answer of the provisioner: a pure function of both.
record Outcome(
    TenantStatus status,
    @Nullable Pending pending,
    @Nullable String operation,
    @Nullable String loginUrl,
    @Nullable String failureCode,
    @Nullable String failureMessage) {

  /// The code of a tenant the provisioner itself gave up on, and may hold remains of.
  static final String GIVEN_UP = "PROVISIONING_FAILED";

  static Outcome ofProvisioning(InstanceState state) {
    return switch (state) {
      case Ready ready -> settled(TenantStatus.ACTIVE, ready.loginUrl());
      case InProgress busy ->
          new Outcome(
              TenantStatus.PROVISIONING,
              Pending.PROVISION,
              busy.operation(),
              busy.loginUrl(),
              null,
              null);
      case Failed failed ->
          failed(GIVEN_UP, "The provisioner gave up: %s".formatted(failed.reason()));
      case Absent _ ->
          failed("NOT_AT_PROVISIONER", "The provisioner knows no such tenant; create it again.");
    };
  }

  /// A suspension that did not come about leaves the tenant as it is.
  static Outcome ofSuspending(InstanceState state) {
    return switch (state) {
      case Ready ready -> settled(TenantStatus.SUSPENDED, ready.loginUrl());
      case InProgress busy ->
          new Outcome(
              TenantStatus.ACTIVE, Pending.SUSPEND, busy.operation(), busy.loginUrl(), null, null);
      case Failed failed ->
          new Outcome(TenantStatus.ACTIVE, null, null, null, "SUSPENSION_FAILED", failed.reason());
      case Absent _ ->
          failed("NOT_AT_PROVISIONER", "The provisioner knows no such tenant any more.");
    };
  }

  /// The provisioner said no.
  static Outcome refused(Failure failure) {
    return failed(failure.errorCode(), failure.message());
  }

  /// Nobody knows; asking again will tell.
  static Outcome open() {
    return settled(TenantStatus.PROVISIONING, null);
  }

  private static Outcome settled(TenantStatus status, @Nullable String loginUrl) {
    return new Outcome(status, null, null, loginUrl, null, null);
  }

  private static Outcome failed(String code, String message) {
    return new Outcome(TenantStatus.FAILED, null, null, null, code, message);
  }
}
