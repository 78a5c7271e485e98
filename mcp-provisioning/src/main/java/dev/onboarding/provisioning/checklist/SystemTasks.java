package dev.onboarding.provisioning.checklist;

import dev.onboarding.provisioning.credentials.CredentialsIssued;
import dev.onboarding.provisioning.credentials.SealedCredentials;
import dev.onboarding.provisioning.tenant.Tenant;
import dev.onboarding.provisioning.tenant.TenantActivated;
import dev.onboarding.provisioning.tenant.Tenants;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;

/// Completes the tasks whose doing this server sees itself, by what really happened: the tenant
/// became active, credentials were issued.
final class SystemTasks {

  /// What the system does itself, here or in the run that asks for the checklist.
  static final List<String> CODES =
      List.of(
          "create_tenant",
          "generate_api_credentials",
          "send_training_materials",
          "send_welcome_email");

  private static final String SYSTEM = "system";

  private final Tenants tenants;
  private final SealedCredentials credentials;
  private final Tasks tasks;

  SystemTasks(Tenants tenants, SealedCredentials credentials, Tasks tasks) {
    this.tenants = tenants;
    this.credentials = credentials;
    this.tasks = tasks;
  }

  @EventListener
  void on(TenantActivated event) {
    settleByFacts(event.tenantId());
  }

  @EventListener
  void on(CredentialsIssued event) {
    settleByFacts(event.tenantId());
  }

  /// When what the task stands for happened, as far as this server knows; empty when it did not, or
  /// when it happens elsewhere.
  Optional<Instant> happened(UUID tenantId, String code) {
    return switch (code) {
      case "create_tenant" -> Optional.of(tenants.get(tenantId)).map(Tenant::activatedAt);
      case "generate_api_credentials" -> credentials.firstIssued(tenantId);
      default -> Optional.empty();
    };
  }

  /// Whether this server itself sees the task being done, so that nobody's word counts.
  static boolean isWitnessed(String code) {
    return code.equals("create_tenant") || code.equals("generate_api_credentials");
  }

  /// Nothing is to be done while there is no checklist: it is settled when it is made.
  void settleByFacts(UUID tenantId) {
    tasks.completeByFacts(tenantId, SYSTEM);
  }
}
