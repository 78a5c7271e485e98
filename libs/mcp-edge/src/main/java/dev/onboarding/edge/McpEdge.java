package dev.onboarding.edge;

import dev.onboarding.edge.audit.AuditPurge;
import dev.onboarding.edge.audit.AuditRounds;
import dev.onboarding.edge.audit.AuditSchema;
import dev.onboarding.edge.audit.AuditSettings;
import dev.onboarding.edge.audit.AuditTrail;
import dev.onboarding.edge.audit.ChainedTrail;
import dev.onboarding.edge.material.FailuresPage;
import dev.onboarding.edge.material.Materials;
import dev.onboarding.edge.security.Admission;
import dev.onboarding.edge.security.Admissions;
import dev.onboarding.edge.security.EdgeSecurity;
import dev.onboarding.edge.security.ProtectedResource;
import dev.onboarding.edge.security.TokenProperties;
import dev.onboarding.edge.tool.AnnotatedTools;
import dev.onboarding.edge.tool.ToolGate;
import dev.onboarding.edge.trace.ServerSpans;
import dev.onboarding.edge.trace.TraceReceiver;
import dev.onboarding.edge.transport.BodyReader;
import dev.onboarding.edge.transport.EdgeTransport;
import dev.onboarding.edge.transport.LocalCallers;
import dev.onboarding.edge.transport.Patience;
import dev.onboarding.edge.transport.RequestLimits;
import dev.onboarding.edge.transport.SameOrigin;
import dev.onboarding.edge.transport.WireJson;
import io.micrometer.core.instrument.MeterRegistry;
import io.modelcontextprotocol.json.schema.jackson3.DefaultJsonSchemaValidator;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncResourceSpecification;
import io.modelcontextprotocol.server.McpStatelessSyncServer;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.ai.mcp.server.webmvc.transport.WebMvcStatelessServerTransport;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.json.JsonMapper;

/// Assembles an MCP server from the application's tools, at `/mcp`.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({EdgeProperties.class, AuditSettings.class})
@Import(EdgeSecurity.class)
public class McpEdge {

  private static final String ENDPOINT = "/mcp";
  private static final Set<String> VERSIONS =
      Set.of("2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25");

  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  JsonMapper jsonMapper() {
    return EdgeJson.mapper();
  }

  @Bean
  Flyway auditSchema(DataSource dataSource) {
    return AuditSchema.migrated(dataSource);
  }

  /// Needs the schema, hence the parameter.
  @Bean
  AuditTrail auditTrail(
      Flyway auditSchema, JdbcTemplate database, EdgeProperties server, Clock clock) {
    return new ChainedTrail(database, server, clock);
  }

  /// Needs the schema, hence the first parameter.
  @Bean
  AuditRounds auditRounds(
      Flyway auditSchema,
      JdbcTemplate database,
      EdgeProperties server,
      AuditSettings settings,
      Clock clock) {
    return new AuditRounds(database, server, settings, clock);
  }

  /// Needs the schema, hence the first parameter.
  @Bean
  AuditPurge auditPurge(
      Flyway auditSchema, JdbcTemplate database, EdgeProperties server, Clock clock) {
    return new AuditPurge(database, server, clock);
  }

  /// Closed with the application when it sends anything at all.
  @Bean
  @ConditionalOnMissingBean
  OpenTelemetry telemetry(EdgeProperties server) {
    return TraceReceiver.fromEnvironment(System.getenv(), server.name());
  }

  @Bean
  EdgeTransport edgeTransport(
      OpenTelemetry telemetry, ObjectProvider<ProtectedResource> resource, Admissions admissions) {
    return new EdgeTransport(
        WebMvcStatelessServerTransport.builder()
            .jsonMapper(WireJson.mapper())
            .messageEndpoint(ENDPOINT)
            .contextExtractor(admissions::begin)
            .build(),
        new ServerSpans(telemetry),
        resource.getIfAvailable());
  }

  @Bean
  RouterFunction<ServerResponse> mcpRoutes(EdgeTransport transport) {
    return transport.routes();
  }

  @Bean
  FilterRegistrationBean<SameOrigin> sameOrigin(EdgeProperties server) {
    var filter =
        new FilterRegistrationBean<>(
            new SameOrigin(server.allowedHosts(), server.allowedOrigins()));
    filter.addUrlPatterns(ENDPOINT);
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
    return filter;
  }

  @Bean
  FilterRegistrationBean<RequestLimits> requestLimits(EdgeProperties server) {
    var filter =
        new FilterRegistrationBean<>(
            new RequestLimits(new BodyReader(server.maxBody(), server.bodyTimeout()), VERSIONS));
    filter.addUrlPatterns(ENDPOINT);
    return filter;
  }

  /// A caller that stops sending is waited for as long as one that sends too slowly.
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> patience(EdgeProperties server) {
    return tomcat -> tomcat.addConnectorCustomizers(new Patience(server.bodyTimeout()));
  }

  @Bean
  FilterRegistrationBean<LocalCallers> localCallers(EdgeProperties server, TokenProperties tokens) {
    var filter = new FilterRegistrationBean<>(new LocalCallers());
    // Whoever shows a token may be anywhere; metrics know no token.
    filter.setUrlPatterns(
        tokens.areRequired()
            ? List.of("/actuator/prometheus")
            : List.of(ENDPOINT, "/actuator/prometheus"));
    filter.setEnabled(!server.remoteCallers());
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return filter;
  }

  /// Every server says how it fails.
  @Bean
  SyncResourceSpecification failuresPage() {
    return FailuresPage.resource();
  }

  @Bean(destroyMethod = "close")
  McpStatelessSyncServer mcpServer(
      EdgeTransport transport,
      EdgeProperties server,
      AuditTrail audit,
      MeterRegistry meters,
      Clock clock,
      ConfigurableListableBeanFactory beans) {
    var materials = new Materials(beans);
    var schemas = new DefaultJsonSchemaValidator();
    var gate = new ToolGate(server.name() + "/" + server.version(), audit, schemas, meters, clock);
    return McpServer.sync(transport)
        .serverInfo(server.name(), server.version())
        .instructions(server.instructions())
        .capabilities(
            ServerCapabilities.builder()
                .tools(false)
                .resources(false, false)
                .prompts(false)
                .completions()
                .build())
        .jsonMapper(WireJson.mapper())
        .jsonSchemaValidator(schemas)
        .validateToolInputs(false)
        .immediateExecution(true)
        .addToolFilter((context, tool) -> Admission.in(context).shows(tool))
        .tools(new AnnotatedTools(beans).specifications(gate))
        .resources(materials.resources())
        .resourceTemplates(materials.resourceTemplates())
        .prompts(materials.prompts())
        .completions(materials.completions())
        .build();
  }
}
