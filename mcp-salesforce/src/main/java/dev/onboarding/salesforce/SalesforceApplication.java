package dev.onboarding.salesforce;

import dev.onboarding.connector.quota.QuotaBeans;
import dev.onboarding.edge.McpServerApplication;
import dev.onboarding.salesforce.lookup.LookupBeans;
import dev.onboarding.salesforce.org.OrgConnection;
import dev.onboarding.salesforce.snapshot.SnapshotBeans;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/// The server process, on port 8091 unless configured otherwise.
@McpServerApplication
@Import({QuotaBeans.class, OrgConnection.class, SnapshotBeans.class, LookupBeans.class})
public class SalesforceApplication {

  /// For starting it inside another process.
  public static SpringApplicationBuilder builder() {
    return new SpringApplicationBuilder(SalesforceApplication.class)
        .properties("spring.config.name=mcp-salesforce");
  }

  public static void main(String[] args) {
    builder().run(args);
  }
}
