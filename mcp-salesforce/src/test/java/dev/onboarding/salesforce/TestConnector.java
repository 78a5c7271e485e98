package dev.onboarding.salesforce;

import dev.onboarding.connector.quota.Quotas;
import dev.onboarding.salesforce.lookup.LookupBeans;
import dev.onboarding.salesforce.org.OrgConnection;
import dev.onboarding.salesforce.snapshot.SnapshotBeans;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// Everything of this server but its MCP edge, against whatever plays Salesforce; retries without
/// waiting.
public final class TestConnector implements AutoCloseable {

  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();

  private TestConnector(Quotas quotas, Map<String, Object> properties) {
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("test", properties));
    context.registerBean(Clock.class, Clock::systemUTC);
    context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
    context.registerBean(Quotas.class, () -> quotas);
    context.register(OrgConnection.class, SnapshotBeans.class, LookupBeans.class);
    context.refresh();
  }

  /// @param properties further settings, key and value in turn
  public static TestConnector to(String baseUrl, String... properties) {
    return to(Quotas.NONE, baseUrl, properties);
  }

  /// With limits that are shared.
  public static TestConnector to(Quotas quotas, String baseUrl, String... properties) {
    Map<String, Object> all = new HashMap<>();
    all.put("salesforce.connection.base-url", baseUrl);
    all.put("salesforce.connection.client-id", "sandbox-salesforce");
    all.put("salesforce.connection.client-secret", "sandbox-salesforce-secret");
    all.put("salesforce.connection.limits.retries.delays", "0ms,0ms,0ms");
    for (int i = 0; i < properties.length; i += 2) {
      all.put(properties[i], properties[i + 1]);
    }
    return new TestConnector(quotas, all);
  }

  public <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
  }
}
