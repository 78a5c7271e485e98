package dev.onboarding.allinone.identity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/// The clients that are known from the start: each application with the scopes it needs and no
/// other, the command, and one that any assistant may use.
final class Clients {

  /// The command, for itself and for the person who types it.
  static final String COMMAND = "onboarding-cli";

  /// Any assistant that is told this name; it has no secret, so a browser login and PKCE stand in.
  static final String ASSISTANT = "onboarding-assistant";

  private static final String COORDINATOR = "coordinator-agent";

  /// Of a machine, which gets the next one by itself.
  private static final Duration SHORT = Duration.ofMinutes(10);

  /// Of an assistant, for which a browser opens again afterwards.
  static final Duration LONG = Duration.ofHours(1);

  /// What each application calls: its scopes are the whole of what its token can do.
  private static final Map<String, Set<String>> MACHINES =
      Map.of(
          "contract-agent", Set.of("mcp-clm.read"),
          "finance-agent", Set.of("mcp-netsuite.read"),
          "task-monitor-agent", Set.of("mcp-provisioning.read"),
          "coordinator-agent",
              Set.of(
                  "mcp-salesforce.read",
                  "mcp-provisioning.read",
                  "mcp-provisioning.write",
                  "contract-agent.read",
                  "finance-agent.read",
                  "task-monitor-agent.read"));

  /// On any port of this machine; see [Redirects].
  private static final List<String> REDIRECTS =
      List.of(
          "http://127.0.0.1/",
          "http://127.0.0.1/callback",
          "http://localhost/",
          "http://localhost/callback",
          "https://vscode.dev/redirect");

  private final Resources resources;
  private final IdentitySettings settings;
  private final PasswordEncoder secrets;

  Clients(Resources resources, IdentitySettings settings, PasswordEncoder secrets) {
    this.resources = resources;
    this.settings = settings;
    this.secrets = secrets;
  }

  /// The names of those that have a secret.
  static Set<String> machines() {
    return MACHINES.keySet();
  }

  List<RegisteredClient> all() {
    List<RegisteredClient> all = new ArrayList<>();
    MACHINES.forEach((name, scopes) -> {
      var client = machine(name, scopes);
      all.add(name.equals(COORDINATOR) ? withLogin(client).build() : client.build());
    });
    all.add(command());
    all.add(assistant());
    return all;
  }

  private RegisteredClient.Builder machine(String name, Set<String> scopes) {
    return RegisteredClient.withId(name)
        .clientId(name)
        .clientName(name)
        .clientSecret(secrets.encode(settings.clientSecret(name).reveal()))
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
        .scopes(granted -> granted.addAll(scopes))
        .tokenSettings(TokenSettings.builder().accessTokenTimeToLive(SHORT).build());
  }

  /// For people who follow a link to a report: they may read, and nothing else.
  private static RegisteredClient.Builder withLogin(RegisteredClient.Builder coordinator) {
    return coordinator
        .scope(COORDINATOR + ".read")
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .redirectUri("http://127.0.0.1/login/callback")
        .clientSettings(ClientSettings.builder().requireProofKey(true).build());
  }

  /// Its secret keeps other programs from asking in its name for what only a person may do.
  private RegisteredClient command() {
    return machine(COMMAND, resources.scopesForAssistants())
        .scope(Resource.APPROVE)
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .redirectUri("http://127.0.0.1/callback")
        .clientSettings(ClientSettings.builder().requireProofKey(true).build())
        .build();
  }

  private RegisteredClient assistant() {
    return publicClient(RegisteredClient.withId(ASSISTANT).clientId(ASSISTANT), false)
        .clientName("An assistant of this machine")
        .redirectUris(allowed -> allowed.addAll(REDIRECTS))
        .build();
  }

  /// Whatever a client without a secret asks for, this is what it is given.
  ///
  /// @param asksFirst whether the person is asked before it gets a token
  RegisteredClient.Builder publicClient(RegisteredClient.Builder client, boolean asksFirst) {
    return client
        .clientAuthenticationMethods(methods -> {
          methods.clear();
          methods.add(ClientAuthenticationMethod.NONE);
        })
        .authorizationGrantTypes(grants -> {
          grants.clear();
          grants.add(AuthorizationGrantType.AUTHORIZATION_CODE);
        })
        .scopes(scopes -> {
          scopes.clear();
          scopes.addAll(resources.scopesForAssistants());
        })
        .clientSettings(
            ClientSettings.builder()
                .requireProofKey(true)
                .requireAuthorizationConsent(asksFirst)
                .build())
        .tokenSettings(TokenSettings.builder().accessTokenTimeToLive(LONG).build());
  }
}
