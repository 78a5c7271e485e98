package dev.onboarding.provisioning.plain;

import dev.onboarding.connector.JsonAnswers;
import dev.onboarding.connector.Upstream;
import dev.onboarding.connector.UpstreamRequest;
import dev.onboarding.connector.UpstreamResponse;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.provisioning.plain.PlainAnswers.Issued;
import dev.onboarding.provisioning.plain.PlainAnswers.Standing;
import dev.onboarding.provisioning.provisioner.InstanceState;
import dev.onboarding.provisioning.provisioner.Provisioner;
import dev.onboarding.provisioning.provisioner.ProvisionerText;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks a provisioner that is a plain HTTP service.
final class PlainProvisioner implements Provisioner {

  static final String SYSTEM = "the provisioner";

  private final Upstream upstream;
  private final JsonAnswers answers;
  private final String base;

  PlainProvisioner(Upstream upstream, URI baseUrl, JsonMapper json) {
    this.upstream = upstream;
    this.answers = new JsonAnswers(SYSTEM, json);
    this.base = baseUrl.toString().replaceFirst("/+$", "");
  }

  @Override
  public InstanceState provision(
      UUID instance, String plan, Map<String, Object> context, Map<String, Object> parameters) {
    Map<String, Object> order = new LinkedHashMap<>();
    order.put("tenant_id", instance.toString());
    order.putAll(parameters);
    return ordered(instance, post("provision_tenant", "/tenants", "create-" + instance, order));
  }

  @Override
  public InstanceState suspend(UUID instance, String plan) {
    return ordered(
        instance,
        post("suspend_tenant", path(instance) + "/suspension", "suspend-" + instance, Map.of()));
  }

  @Override
  public void remove(UUID instance, String plan) {
    upstream.send(
        UpstreamRequest.json("remove_tenant", "DELETE", uri(path(instance)), new byte[0], true));
  }

  @Override
  public InstanceState lastOperation(UUID instance, String plan, @Nullable String operation) {
    if (operation == null) {
      return lookUp(instance, plan);
    }
    UpstreamResponse response = read("poll_tenant", ours(operation));
    return response.isSuccess() ? state(instance, response) : lookUp(instance, plan);
  }

  @Override
  public InstanceState lookUp(UUID instance, String plan) {
    UpstreamResponse response = read("read_tenant", uri(path(instance)));
    return response.isSuccess() ? state(instance, response) : new InstanceState.Absent();
  }

  @Override
  public JsonNode bind(UUID instance, UUID binding, String plan) {
    UpstreamResponse response =
        found(
            post(
                "issue_credentials",
                path(instance) + "/credentials",
                "credentials-" + binding,
                Map.of("credentials_id", binding.toString())));
    JsonNode credentials = answers.read(response, Issued.class).credentials();
    if (credentials == null || credentials.isEmpty()) {
      throw answers.unexpected(response, "no credentials");
    }
    return credentials;
  }

  private InstanceState ordered(UUID instance, UpstreamResponse response) {
    return state(instance, found(response));
  }

  private InstanceState state(UUID instance, UpstreamResponse response) {
    Standing standing = answers.read(response, Standing.class).checked();
    return switch (standing.state()) {
      case "ready", "suspended" -> new InstanceState.Ready(standing.loginUrl());
      case "in_progress" ->
          new InstanceState.InProgress(statusOf(instance, standing), standing.loginUrl());
      case "failed" ->
          new InstanceState.Failed(
              standing.reason() == null ? "no reason" : ProvisionerText.reason(standing.reason()));
      case null, default -> throw answers.unexpected(response, "unknown state");
    };
  }

  /// Where to ask again: what the provisioner names, else the tenant itself.
  private String statusOf(UUID instance, Standing standing) {
    String named = standing.statusUrl();
    return named == null ? path(instance) : ours(named).toString();
  }

  /// An address as the provisioner named it. Our credentials go nowhere but to its own host.
  private URI ours(String address) {
    try {
      URI root = URI.create(base + "/");
      URI named = URI.create(address);
      URI whole =
          address.startsWith("/") && !address.startsWith("//")
              ? URI.create(base + address)
              : root.resolve(named);
      boolean same =
          Objects.equals(root.getScheme(), whole.getScheme())
              && Objects.equals(root.getAuthority(), whole.getAuthority());
      if (same) {
        return whole;
      }
    } catch (IllegalArgumentException _) {
      // refused below like any other address that is not the provisioner's
    }
    throw new FailureException(
        new Failure(
            ErrorType.VALIDATION,
            "FOREIGN_STATUS_ADDRESS",
            null,
            "The provisioner named a status address that is not its own.",
            "Let it answer with a path, or with an address below PROVISIONER_BASE_URL.",
            ErrorType.SERVER_ERROR.owner()));
  }

  /// Of what was ordered, a 404 is no answer.
  private static UpstreamResponse found(UpstreamResponse response) {
    if (response.isSuccess()) {
      return response;
    }
    throw new FailureException(
        new Failure(
            ErrorType.VALIDATION,
            "ADDRESS_NOT_FOUND",
            response.status(),
            "The provisioner has nothing at the address that was called.",
            "Check PROVISIONER_BASE_URL and PROVISIONER_KIND.",
            ErrorType.NETWORK.owner()));
  }

  private UpstreamResponse read(String operation, URI uri) {
    return upstream.send(UpstreamRequest.get(operation, uri));
  }

  /// The key makes it harmless to send again.
  private UpstreamResponse post(String operation, String path, String key, Map<String, ?> body) {
    byte[] content = answers.mapper().writeValueAsBytes(body);
    return upstream.send(
        UpstreamRequest.json(operation, "POST", uri(path), content, true)
            .writing()
            .withHeader("Idempotency-Key", key));
  }

  private static String path(UUID instance) {
    return "/tenants/" + instance;
  }

  private URI uri(String path) {
    return URI.create(base + path);
  }
}
