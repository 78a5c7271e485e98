package dev.onboarding.provisioning.provisioner;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Makes tenants. Every request names its tenant by an id of ours, so asking twice makes nothing
/// twice.
///
/// Failures are [dev.onboarding.model.FailureException]s.
public interface Provisioner {

  /// The code of an answer with a value that cannot be kept.
  String INVALID_TEXT = "INVALID_UPSTREAM_TEXT";

  /// Asks for an instance; the same id and content may be repeated.
  ///
  /// @param context on whose behalf, for provisioners that want to know
  /// @param parameters what is ordered
  InstanceState provision(
      UUID instance, String plan, Map<String, Object> context, Map<String, Object> parameters);

  /// Switches an instance off.
  InstanceState suspend(UUID instance, String plan);

  /// Removes what a failed attempt left behind; nothing there is fine.
  void remove(UUID instance, String plan);

  /// How far the operation under way is.
  ///
  /// @param operation as [InstanceState.InProgress] named it
  InstanceState lastOperation(UUID instance, String plan, @Nullable String operation);

  /// Whether the instance is there, being made, failed or unknown, when nobody knows what became of
  /// the request for it.
  InstanceState lookUp(UUID instance, String plan);

  /// Issues credentials under a binding id; the same id gives the same credentials again.
  JsonNode bind(UUID instance, UUID binding, String plan);
}
