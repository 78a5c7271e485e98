package dev.onboarding.taskmonitor;

import dev.onboarding.edge.McpServerApplication;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.testkit.TestPostgres;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpTool;
import org.springframework.ai.mcp.annotation.McpToolParam;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/// A keeper of tasks with two pages of late ones, which is away on the first day of 2031.
final class ProvisioningStandIn implements AutoCloseable {

  static final String AWAY = "2031-01-01";

  private final ConfigurableApplicationContext context;

  ProvisioningStandIn() {
    context =
        new SpringApplicationBuilder(Application.class)
            .properties(
                Map.of(
                    "spring.config.name", "provisioning-stand-in",
                    "server.port", "0",
                    "spring.main.banner-mode", "off",
                    "spring.datasource.url", TestPostgres.newDatabase(),
                    "mcp.edge.name", "provisioning-stand-in",
                    "mcp.edge.version", "1"))
            .run();
  }

  URI endpoint() {
    int port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
    return URI.create("http://127.0.0.1:" + port + "/mcp");
  }

  @Override
  public void close() {
    context.close();
  }

  record Late(
      String taskId,
      String tenantId,
      String accountId,
      @Nullable String accountName,
      String code,
      String title,
      String owner,
      String status,
      LocalDate dueDate,
      long daysLate,
      boolean blocked,
      @Nullable String customerEmail) {}

  record Page(List<Late> tasks, @Nullable String nextCursor) {}

  @McpServerApplication
  static class Application {

    @Bean
    Tools tools() {
      return new Tools();
    }
  }

  static class Tools {

    @McpTool(name = "tasks_get_overdue", description = "Late tasks.")
    Page overdue(
        String asOfDate,
        @McpToolParam(required = false) @Nullable Integer limit,
        @McpToolParam(required = false) @Nullable String cursor) {
      if (asOfDate.equals(AWAY)) {
        throw new FailureException(
            Failure.of(ErrorType.SERVER_ERROR, "DATABASE_AWAY", 503, "No database."));
      }
      return cursor == null
          ? new Page(List.of(late("t1", "cs_team", 4, false), late("t2", "cs_team", 4, true)), "2")
          : new Page(List.of(late("t3", "customer", 1, false)), null);
    }

    private static Late late(String id, String owner, int days, boolean blocked) {
      return new Late(
          id,
          "tenant-1",
          "001000000000001AAA",
          "Acme",
          "code",
          "Title",
          owner,
          "OPEN",
          LocalDate.of(2030, 6, 15).minusDays(days),
          days,
          blocked,
          "ada@acme.example");
    }
  }
}
