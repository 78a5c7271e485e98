package dev.onboarding.netsuite;

import dev.onboarding.connector.quota.QuotaBeans;
import dev.onboarding.edge.McpServerApplication;
import dev.onboarding.netsuite.connection.NetSuiteConnection;
import dev.onboarding.netsuite.invoice.InvoiceBeans;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/// The server process, on port 8092 unless configured otherwise.
@McpServerApplication
@Import({QuotaBeans.class, NetSuiteConnection.class, InvoiceBeans.class})
public class NetSuiteApplication {

  /// For starting it inside another process.
  public static SpringApplicationBuilder builder() {
    return new SpringApplicationBuilder(NetSuiteApplication.class)
        .properties("spring.config.name=mcp-netsuite");
  }

  public static void main(String[] args) {
    builder().run(args);
  }
}
