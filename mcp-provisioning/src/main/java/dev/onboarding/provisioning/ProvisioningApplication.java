package dev.onboarding.provisioning;

import dev.onboarding.connector.quota.QuotaBeans;
import dev.onboarding.edge.McpServerApplication;
import dev.onboarding.provisioning.broker.BrokerAccess;
import dev.onboarding.provisioning.checklist.ChecklistFeature;
import dev.onboarding.provisioning.credentials.CredentialFeature;
import dev.onboarding.provisioning.decision.DecisionAccess;
import dev.onboarding.provisioning.erasure.ErasureFeature;
import dev.onboarding.provisioning.plain.PlainAccess;
import dev.onboarding.provisioning.tenant.TenantFeature;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/// The provisioning MCP server.
@McpServerApplication
@Import({
  StartUpCheck.class,
  QuotaBeans.class,
  ProvisioningStore.class,
  BrokerAccess.class,
  PlainAccess.class,
  DecisionAccess.class,
  TenantFeature.class,
  CredentialFeature.class,
  ChecklistFeature.class,
  ErasureFeature.class
})
public class ProvisioningApplication {

  /// The application, ready to be run in a process of its own or beside others.
  public static SpringApplicationBuilder builder() {
    return new SpringApplicationBuilder(ProvisioningApplication.class)
        .properties("spring.config.name=mcp-provisioning");
  }

  public static void main(String[] args) {
    builder().run(args);
  }
}
