package dev.onboarding.clm;

import dev.onboarding.clm.connection.DocuSignConnection;
import dev.onboarding.clm.contract.ContractBeans;
import dev.onboarding.connector.quota.Quotas;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// Everything of this server but its MCP edge, against whatever plays DocuSign; retries without
/// waiting.
public final class TestConnector implements AutoCloseable {

  private static final String KEY = anyKey();

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
    context.register(DocuSignConnection.class, ContractBeans.class);
    context.refresh();
  }

  /// @param properties further settings, key and value in turn
  public static TestConnector to(String baseUrl, String... properties) {
    return to(Quotas.NONE, baseUrl, properties);
  }

  /// With limits that are shared.
  public static TestConnector to(Quotas quotas, String baseUrl, String... properties) {
    Map<String, Object> all = new HashMap<>();
    all.put("docusign.auth-base-url", baseUrl);
    all.put("docusign.base-url", baseUrl);
    all.put("docusign.agreements-base-url", baseUrl);
    all.put("docusign.audience", "account-d.docusign.com");
    all.put("docusign.integration-key", "integration");
    all.put("docusign.user-id", "user");
    all.put("docusign.account-id", "acct");
    all.put("docusign.private-key", KEY);
    all.put("docusign.limits.retries.delays", "0ms,0ms,0ms");
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

  private static String anyKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
      return "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----"
          .formatted(Base64.getMimeEncoder().encodeToString(key));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
