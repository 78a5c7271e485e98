package dev.onboarding.allinone.system;

import dev.onboarding.allinone.identity.IdentityServer;
import dev.onboarding.allinone.identity.IdentitySettings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the applications are told, under the names that their own documentation gives to
/// environment variables.
///
/// A variable that is set in the real environment wins: whoever sets `SALESFORCE_BASE_URL` gets the
/// real Salesforce, and with it must bring the credentials; the sandbox stands in for the others.
final class Settings {

  private final Ports ports;
  private final DataDirectory data;
  private final Map<String, String> environment;
  private final Map<String, String> settings = new LinkedHashMap<>();
  private boolean everythingSimulated = true;

  private Settings(Ports ports, DataDirectory data, Map<String, String> environment) {
    this.ports = ports;
    this.data = data;
    this.environment = environment;
  }

  /// @param sandboxKeys private keys that the sandbox accepts, by system
  static Map<String, String> of(
      Ports ports,
      DataDirectory data,
      String databaseUrl,
      Map<String, Path> sandboxKeys,
      Map<String, String> environment) {
    var settings = new Settings(ports, data, environment);
    settings.ownAddresses(databaseUrl);
    settings.upstreams(sandboxKeys);
    settings.secrets();
    settings.identity();
    settings.mode();
    return settings.settings;
  }

  private void ownAddresses(String databaseUrl) {
    put("DATABASE_URL", databaseUrl);
    put("DATABASE_USER", DatabaseAccess.SERVING);
    put("DATABASE_PASSWORD", data.servingPassword());
    put("BIND_ADDRESS", "127.0.0.1");
    for (Module module : Module.values()) {
      put(module.name() + "_PORT", String.valueOf(ports.of(module)));
      put(module.name() + "_URL", "http://127.0.0.1:%d/mcp".formatted(ports.of(module)));
    }
    put(
        "PROVISIONING_LINK_BASE_URL",
        "http://127.0.0.1:%d".formatted(ports.of(Module.MCP_PROVISIONING)));
    put("ONBOARDING_REPORTS_DIRECTORY", data.reports().toString());
    put("ONBOARDING_SANDBOX_URL", sandbox());
  }

  private void upstreams(Map<String, Path> sandboxKeys) {
    sandboxed("SALESFORCE", salesforce());
    sandboxed("NETSUITE", netSuite(sandboxKeys.get("netsuite")));
    sandboxed("DOCUSIGN", docuSign(sandboxKeys.get("docusign")));
    sandboxed("PROVISIONER", provisioner());
    sandboxed(
        "SLACK",
        Map.of("BASE_URL", sandbox() + "/slack/api", "TOKEN", "xoxb-sandbox", "RATE", "0"));
    if (environment.containsKey("SMTP_HOST")) {
      everythingSimulated = false;
    } else {
      put("SMTP_HOST", "127.0.0.1");
      put("SMTP_PORT", String.valueOf(ports.smtp()));
      put("SMTP_TLS_REQUIRED", "false");
    }
  }

  private Map<String, String> salesforce() {
    return Map.of(
        "BASE_URL", sandbox() + "/salesforce",
        "CLIENT_ID", "sandbox-salesforce",
        "CLIENT_SECRET", "sandbox-salesforce-secret",
        "MULTI_CURRENCY", "true");
  }

  private Map<String, String> netSuite(@Nullable Path key) {
    return Map.of(
        "BASE_URL",
        sandbox() + "/netsuite",
        "CLIENT_ID",
        "sandbox-netsuite",
        "CERTIFICATE_ID",
        "sandbox-certificate",
        "PRIVATE_KEY_FILE",
        String.valueOf(key));
  }

  private Map<String, String> docuSign(@Nullable Path key) {
    return Map.of(
        "BASE_URL",
        sandbox() + "/docusign",
        "AUTH_BASE_URL",
        sandbox() + "/docusign",
        "AGREEMENTS_BASE_URL",
        sandbox() + "/docusign",
        "AUDIENCE",
        "account-d.docusign.com",
        "INTEGRATION_KEY",
        "sandbox-docusign",
        "USER_ID",
        "11111111-1111-4111-8111-111111111111",
        "ACCOUNT_ID",
        "22222222-2222-4222-8222-222222222222",
        "PRIVATE_KEY_FILE",
        String.valueOf(key));
  }

  private Map<String, String> provisioner() {
    return Map.of(
        "BASE_URL", sandbox() + "/provisioner",
        "USERNAME", "sandbox-broker",
        "PASSWORD", "sandbox-broker-secret");
  }

  /// All of one system's settings, or none: half a sandbox and half a real service would help
  /// nobody.
  private void sandboxed(String system, Map<String, String> values) {
    if (!environment.containsKey(system + "_BASE_URL")
        && !environment.containsKey(system + "_TOKEN")
        && !environment.containsKey(system + "_TOKEN_FILE")) {
      values.forEach((name, value) -> put(system + "_" + name, value));
    } else {
      everythingSimulated = false;
    }
  }

  private void secrets() {
    DecisionKeys keys = DecisionKeys.in(data);
    put("ONBOARDING_DECISION_SIGNING_KEY_FILE", keys.signing().toString());
    put("ONBOARDING_DECISION_PUBLIC_KEY_FILE", keys.verifying().toString());
    put("AUDIT_SIGNING_KEY_FILE", data.auditSigningKey().toString());
    put("AUDIT_DIRECTORY", data.checkpoints().toString());
    put("PROVISIONING_SECRET_KEY_FILE", data.credentialsKey().toString());
    if (!environment.containsKey("ONBOARDING_WEBHOOK_SECRET_FILE")) {
      put("ONBOARDING_WEBHOOK_SECRET", data.webhookSecret());
    }
  }

  /// Not to be set otherwise: in this system there is no way in past its own authorization server.
  private void identity() {
    settings.put("ONBOARDING_ISSUER", IdentitySettings.issuer(ports.identity()));
    settings.put("ONBOARDING_ISSUER_KEYS_URL", IdentitySettings.keysUrl(ports.identity()));
    settings.put("ONBOARDING_AUTHORIZE_URL", IdentitySettings.authorizeUrl(ports.identity()));
    settings.put("ONBOARDING_TOKEN_URL", IdentitySettings.tokenUrl(ports.identity()));
    for (Module module : Module.values()) {
      settings.put(module.name() + "_AUDIENCE", LocalIdentity.audience(ports, module));
      String client = module.toString();
      if (IdentityServer.clientsWithASecret().contains(client)) {
        settings.put(module.name() + "_CLIENT_ID", client);
        settings.put(module.name() + "_CLIENT_SECRET_FILE", data.clientSecret(client).toString());
      }
    }
  }

  /// Only a world that is simulated throughout is acted on without being told to.
  private void mode() {
    put("ONBOARDING_MODE", everythingSimulated ? "act" : "approve-all");
  }

  private String sandbox() {
    return "http://127.0.0.1:" + ports.sandbox();
  }

  private void put(String name, String value) {
    if (!environment.containsKey(name)) {
      settings.put(name, value);
    }
  }
}
