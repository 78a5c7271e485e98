package dev.onboarding.clm;

import dev.onboarding.clm.connection.DocuSignConnection;
import dev.onboarding.clm.contract.ContractBeans;
import dev.onboarding.connector.quota.QuotaBeans;
import dev.onboarding.edge.McpServerApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/// The server process, on port 8093 unless configured otherwise.
@McpServerApplication
@Import({QuotaBeans.class, DocuSignConnection.class, ContractBeans.class})
public class ClmApplication {

  /// For starting it inside another process.
  public static SpringApplicationBuilder builder() {
    return new SpringApplicationBuilder(ClmApplication.class)
        .properties("spring.config.name=mcp-clm");
  }

  public static void main(String[] args) {
    builder().run(args);
  }
}
