package dev.onboarding.provisioning.broker;

import dev.onboarding.connector.JsonAnswers;
import dev.onboarding.connector.Upstream;
import dev.onboarding.connector.UpstreamRequest;
import dev.onboarding.connector.UpstreamResponse;
import dev.onboarding.provisioning.broker.BrokerAnswers.Binding;
import dev.onboarding.provisioning.broker.BrokerAnswers.Catalog;
import dev.onboarding.provisioning.broker.BrokerAnswers.Instance;
import dev.onboarding.provisioning.broker.BrokerAnswers.LastOperation;
import dev.onboarding.provisioning.provisioner.InstanceState;
import dev.onboarding.provisioning.provisioner.Provisioner;
import dev.onboarding.provisioning.provisioner.ProvisionerText;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks the provisioner. Every request names the instance by an id of ours, so asking twice makes
/// nothing twice.
final class ServiceBroker implements Provisioner {

  static final String SYSTEM = "the provisioner";

  private static final String ASYNC = "?accepts_incomplete=true";

  private final Upstream upstream;
  private final JsonAnswers answers;
  private final URI baseUrl;
  private final PlanCatalog plans;

  ServiceBroker(Upstream upstream, BrokerProperties settings, JsonMapper json, Clock clock) {
    this.upstream = upstream;
    this.answers = new JsonAnswers(SYSTEM, json);
    this.baseUrl = settings.baseUrl();
    this.plans =
        new PlanCatalog(this::catalog, settings.service(), settings.catalogLifetime(), clock);
  }

  @Override
  public InstanceState provision(
      UUID instance, String plan, Map<String, Object> context, Map<String, Object> parameters) {
    Map<String, Object> body = ids(plan);
    body.put("context", context);
    // Required by the specification, and without meaning for a platform like ours.
    body.put("organization_guid", instance.toString());
    body.put("space_guid", instance.toString());
    body.put("parameters", parameters);
    return state(write("provision_tenant", "PUT", instancePath(instance) + ASYNC, body));
  }

  @Override
  public InstanceState suspend(UUID instance, String plan) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("service_id", plans.of(plan).serviceId());
    body.put("parameters", Map.of("suspended", true));
    return state(write("suspend_tenant", "PATCH", instancePath(instance) + ASYNC, body));
  }

  @Override
  public void remove(UUID instance, String plan) {
    send("remove_tenant", "DELETE", instancePath(instance) + query(plan), new byte[0]);
  }

  @Override
  public InstanceState lastOperation(UUID instance, String plan, @Nullable String operation) {
    String suffix = operation == null ? "" : "&operation=" + encoded(operation);
    UpstreamResponse response =
        read("poll_tenant", instancePath(instance) + "/last_operation" + query(plan) + suffix);
    if (!response.isSuccess()) {
      return new InstanceState.Absent();
    }
    LastOperation last = answers.read(response, LastOperation.class);
    return switch (last.state()) {
      case "succeeded" -> new InstanceState.Ready(null);
      case "in progress" -> new InstanceState.InProgress(operation, null);
      case "failed" ->
          new InstanceState.Failed(
              last.description() == null
                  ? "no reason"
                  : ProvisionerText.reason(last.description()));
      case null, default -> throw answers.unexpected(response, "unknown state");
    };
  }

  @Override
  public InstanceState lookUp(UUID instance, String plan) {
    UpstreamResponse response = read("read_tenant", instancePath(instance) + query(plan));
    return response.isSuccess()
        ? new InstanceState.Ready(instance(response).dashboardUrl())
        : lastOperation(instance, plan, null);
  }

  @Override
  public JsonNode bind(UUID instance, UUID binding, String plan) {
    UpstreamResponse response =
        write(
            "issue_credentials",
            "PUT",
            instancePath(instance) + "/service_bindings/" + binding,
            ids(plan));
    JsonNode credentials = answers.read(response, Binding.class).credentials();
    if (!response.isSuccess() || credentials == null || credentials.isEmpty()) {
      throw answers.unexpected(response, "no credentials");
    }
    return credentials;
  }

  private Catalog catalog() {
    return answers.read(read("read_catalog", "/v2/catalog"), Catalog.class);
  }

  private InstanceState state(UpstreamResponse response) {
    if (!response.isSuccess()) {
      return new InstanceState.Absent();
    }
    Instance instance = instance(response);
    return response.status() == 202
        ? new InstanceState.InProgress(instance.operation(), instance.dashboardUrl())
        : new InstanceState.Ready(instance.dashboardUrl());
  }

  private Instance instance(UpstreamResponse response) {
    return answers.read(response, Instance.class).checked();
  }

  private UpstreamResponse read(String operation, String path) {
    return upstream.send(onBehalf(UpstreamRequest.get(operation, uri(path))));
  }

  private UpstreamResponse write(String operation, String method, String path, Object body) {
    return send(operation, method, path, answers.mapper().writeValueAsBytes(body));
  }

  /// Everything sent names its instance, so all of it may be repeated.
  private UpstreamResponse send(String operation, String method, String path, byte[] body) {
    return upstream.send(onBehalf(UpstreamRequest.json(operation, method, uri(path), body, true)));
  }

  private static UpstreamRequest onBehalf(UpstreamRequest request) {
    UpstreamRequest signed = request;
    for (var header : BrokerHeaders.current().entrySet()) {
      signed = signed.withHeader(header.getKey(), header.getValue());
    }
    return signed;
  }

  private Map<String, Object> ids(String plan) {
    PlanIds ids = plans.of(plan);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("service_id", ids.serviceId());
    body.put("plan_id", ids.planId());
    return body;
  }

  private String query(String plan) {
    PlanIds ids = plans.of(plan);
    return "?service_id=" + encoded(ids.serviceId()) + "&plan_id=" + encoded(ids.planId());
  }

  private static String instancePath(UUID instance) {
    return "/v2/service_instances/" + instance;
  }

  private URI uri(String path) {
    return URI.create(baseUrl.toString().replaceFirst("/+$", "") + path);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
