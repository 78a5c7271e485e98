package dev.onboarding.allinone.identity;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/// The local authorization server while it runs.
public final class IdentityServer implements AutoCloseable {

  /// The client as which the command asks for tokens, for itself and for the person who types it.
  public static final String COMMAND = Clients.COMMAND;

  private final ConfigurableApplicationContext context;

  private IdentityServer(ConfigurableApplicationContext context) {
    this.context = context;
  }

  public static IdentityServer start(IdentitySettings settings, Resources resources) {
    return new IdentityServer(
        new SpringApplicationBuilder(IdentityApplication.class)
            .registerShutdownHook(false)
            .properties(
                Map.of(
                    "spring.config.name", "identity-server",
                    "spring.application.name", "identity-server",
                    "spring.main.banner-mode", "off",
                    "spring.jmx.enabled", "false",
                    "spring.threads.virtual.enabled", "true",
                    "server.address", "127.0.0.1",
                    "server.port", settings.port(),
                    // Every server of this machine sees the cookies of all of them.
                    "server.servlet.session.cookie.name", "ONBOARDING_LOGIN",
                    "server.servlet.session.timeout", "8h"))
            .initializers(starting -> {
              var beans = (GenericApplicationContext) starting;
              beans.registerBean(IdentitySettings.class, () -> settings);
              beans.registerBean(Resources.class, () -> resources);
            })
            .run());
  }

  /// The clients that prove by a secret who they are.
  public static Set<String> clientsWithASecret() {
    Set<String> clients = new TreeSet<>(Clients.machines());
    clients.add(COMMAND);
    return clients;
  }

  @Override
  public void close() {
    context.close();
  }
}
