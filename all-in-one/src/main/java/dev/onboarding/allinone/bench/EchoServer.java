package dev.onboarding.allinone.bench;

import dev.onboarding.allinone.identity.IdentitySettings;
import dev.onboarding.allinone.system.Module;
import dev.onboarding.edge.McpServerApplication;
import dev.onboarding.edge.audit.AuditTrail;
import dev.onboarding.edge.audit.Note;
import dev.onboarding.edge.audit.ToolCall;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpStatelessSyncServer;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.ai.mcp.annotation.McpTool;
import org.springframework.ai.mcp.annotation.McpTool.McpAnnotations;
import org.springframework.ai.mcp.server.webmvc.transport.WebMvcStatelessServerTransport;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.json.JsonMapper;

/// One tool that says what it was told, on our edge or on nothing but the library.
final class EchoServer implements AutoCloseable {

  private static final String TOOL = "bench_echo";

  private final ConfigurableApplicationContext context;

  private EchoServer(Class<?> application, Map<String, Object> settings) {
    Map<String, Object> all = new TreeMap<>(settings);
    all.put("spring.config.name", "bench-echo");
    all.put("spring.main.banner-mode", "off");
    all.put("spring.threads.virtual.enabled", "true");
    all.put("server.address", "127.0.0.1");
    all.put("server.port", "0");
    context = new SpringApplicationBuilder(application).properties(all).run();
  }

  /// The library's own transport and server, as its documentation starts them.
  static EchoServer bare() {
    return new EchoServer(Bare.class, Map.of());
  }

  /// The same tool on our edge, as every server of ours is.
  static EchoServer audited(Store store) {
    return ours(Audited.class, "bench-audited", store);
  }

  /// The same without an audit trail.
  static EchoServer unaudited(Store store) {
    return ours(Unaudited.class, "bench-unaudited", store);
  }

  /// As [#audited], and asking for tokens as a server of the measured system does, whose name it
  /// has.
  static EchoServer authenticated(Module as, SystemProcess system, Store store) {
    var settings = settings(as.toString(), store);
    var identity = system.ports().identity();
    settings.put("mcp.tokens.issuer", IdentitySettings.issuer(identity));
    settings.put("mcp.tokens.jwk-set-uri", IdentitySettings.keysUrl(identity));
    settings.put("mcp.tokens.audience", system.access().audience(as));
    return new EchoServer(Audited.class, settings);
  }

  private static EchoServer ours(Class<?> application, String name, Store store) {
    return new EchoServer(application, settings(name, store));
  }

  /// @param name also that of its chain
  private static Map<String, Object> settings(String name, Store store) {
    var settings = new TreeMap<String, Object>(store.servingConnection());
    settings.put("mcp.edge.name", name);
    settings.put("mcp.edge.version", "1.0.0");
    return settings;
  }

  URI endpoint() {
    String port = context.getEnvironment().getRequiredProperty("local.server.port");
    return URI.create("http://127.0.0.1:" + port + "/mcp");
  }

  @Override
  public void close() {
    context.close();
  }

  record Echo(String text) {}

  @McpServerApplication
  static class Unaudited {

    @Bean
    EchoTool echoTool() {
      return new EchoTool();
    }

    @Bean
    @Primary
    AuditTrail nothing() {
      return new Nothing();
    }
  }

  /// Keeps nothing: what the trail costs is what this does not.
  private static final class Nothing implements AuditTrail {

    @Override
    public void intend(ToolCall call) {}

    @Override
    public void record(ToolCall call) {}

    @Override
    public void note(Note note) {}
  }

  @McpServerApplication
  static class Audited {

    @Bean
    EchoTool echoTool() {
      return new EchoTool();
    }
  }

  static class EchoTool {

    @McpTool(
        name = TOOL,
        title = "Echo",
        description = "Says what it was told.",
        annotations =
            @McpAnnotations(
                readOnlyHint = true,
                destructiveHint = false,
                idempotentHint = true,
                openWorldHint = false),
        generateOutputSchema = true)
    Echo echo(String text) {
      return new Echo(text);
    }
  }

  @SpringBootConfiguration(proxyBeanMethods = false)
  @ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class
  })
  static class Bare {

    @Bean
    WebMvcStatelessServerTransport transport() {
      return WebMvcStatelessServerTransport.builder()
          .jsonMapper(new JacksonMcpJsonMapper(JsonMapper.builder().build()))
          .messageEndpoint("/mcp")
          .build();
    }

    @Bean
    RouterFunction<ServerResponse> routes(WebMvcStatelessServerTransport transport) {
      return transport.getRouterFunction();
    }

    @Bean(destroyMethod = "close")
    McpStatelessSyncServer server(WebMvcStatelessServerTransport transport) {
      McpSchema.Tool tool =
          McpSchema.Tool.builder(
                  TOOL,
                  Map.of(
                      "type",
                      "object",
                      "properties",
                      Map.of("text", Map.of("type", "string")),
                      "required",
                      List.of("text")))
              .description("Says what it was told.")
              .build();
      return McpServer.sync(transport)
          .serverInfo("bare-echo", "1.0.0")
          .capabilities(McpSchema.ServerCapabilities.builder().tools(false).build())
          .immediateExecution(true)
          .tools(new SyncToolSpecification(tool, Bare::echo))
          .build();
    }

    private static CallToolResult echo(McpTransportContext transport, CallToolRequest request) {
      return CallToolResult.builder(
              List.of(
                  McpSchema.TextContent.builder(String.valueOf(request.arguments().get("text")))
                      .build()))
          .build();
    }
  }
}
