package dev.onboarding.sandbox;

import dev.onboarding.sandbox.mail.MailServer;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import org.springframework.context.ConfigurableApplicationContext;

/// A running sandbox inside this JVM, for tests and for the system in one process.
public final class Sandbox implements AutoCloseable {

  private final ConfigurableApplicationContext context;

  private Sandbox(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /// Starts on 127.0.0.1.
  ///
  /// @param port 0 for any
  /// @param smtpPort 0 for any
  /// @param properties further settings, for example `sandbox.salesforce.most-rows-per-page=2`
  public static Sandbox start(int port, int smtpPort, String... properties) {
    return start(Clock.systemUTC(), port, smtpPort, properties);
  }

  /// Starts on 127.0.0.1 with a clock of the caller's, which every date of a story follows.
  public static Sandbox start(Clock clock, int port, int smtpPort, String... properties) {
    var arguments = new ArrayList<String>();
    arguments.add("--server.port=" + port);
    arguments.add("--sandbox.smtp-port=" + smtpPort);
    for (String property : properties) {
      arguments.add("--" + property);
    }
    return new Sandbox(
        SandboxApplication.builder()
            .initializers(own -> own.getBeanFactory().registerSingleton("sandboxClock", clock))
            .registerShutdownHook(false)
            .logStartupInfo(false)
            .run(arguments.toArray(String[]::new)));
  }

  public URI baseUrl() {
    String port = context.getEnvironment().getRequiredProperty("local.server.port");
    return URI.create("http://127.0.0.1:" + port);
  }

  public int smtpPort() {
    return context.getBean(MailServer.class).port();
  }

  @Override
  public void close() {
    context.close();
  }
}
