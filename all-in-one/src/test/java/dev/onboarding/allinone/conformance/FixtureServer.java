package dev.onboarding.allinone.conformance;

import dev.onboarding.allinone.system.SharedSystem;
import dev.onboarding.edge.McpServerApplication;
import java.net.URI;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/// A server on our edge that has what the conformance suite asks for by name.
final class FixtureServer implements AutoCloseable {

  private final ConfigurableApplicationContext context;

  /// @param shared whose database keeps its audit trail
  FixtureServer(SharedSystem.Started shared) {
    String database = "jdbc:postgresql://127.0.0.1:%d/postgres";
    context =
        new SpringApplicationBuilder(Application.class)
            .properties(
                Map.of(
                    "spring.config.name", "fixture-server",
                    "spring.main.banner-mode", "off",
                    "spring.threads.virtual.enabled", "true",
                    "spring.datasource.url", database.formatted(shared.ports().database()),
                    "spring.datasource.username", "postgres",
                    "spring.datasource.password", shared.data().databasePassword(),
                    "server.address", "127.0.0.1",
                    "server.port", "0",
                    "mcp.edge.name", "fixture"))
            .properties("mcp.edge.version=1.0.0")
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

  @McpServerApplication
  @Import(FixtureMaterials.class)
  static class Application {

    @Bean
    FixtureTools tools() {
      return new FixtureTools();
    }
  }
}
