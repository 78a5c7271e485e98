package dev.onboarding.sandbox.broker;

import dev.onboarding.sandbox.story.Stories;
import dev.onboarding.sandbox.wire.Answer;
import dev.onboarding.sandbox.wire.Call;
import dev.onboarding.sandbox.wire.ExternalSystem;
import dev.onboarding.sandbox.wire.Refusal;
import dev.onboarding.sandbox.wire.Routes;
import dev.onboarding.sandbox.wire.Tally;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ArrayNode;

/// The tenant provisioner on the wire: an Open Service Broker, and the same as a plain service.
public final class Provisioner implements ExternalSystem {

  private final String authorization;
  private final Tenants tenants;
  private final Routes routes = new Routes();
  private final PlainTenants plain;

  public Provisioner(Stories stories, BrokerSettings settings, Clock clock) {
    String pair = settings.username() + ":" + settings.password();
    this.authorization =
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    this.tenants = new Tenants(stories, clock);
    this.plain = new PlainTenants(tenants);
    String instance = "/v2/service_instances/{id}";
    String binding = instance + "/service_bindings/{binding}";
    routes
        .on("GET", "/v2/catalog", (call, path) -> Answer.json(200, Plans.catalog()))
        .on("GET", instance + "/last_operation", (call, path) -> tenants.lastOperation(id(path)))
        .on("PUT", instance, (call, path) -> tenants.provision(call, id(path)))
        .on("GET", instance, (call, path) -> tenants.read(call, id(path)))
        .on("PATCH", instance, (call, path) -> tenants.update(call, id(path)))
        .on("DELETE", instance, (call, path) -> tenants.remove(call, id(path)))
        .on("PUT", binding, (call, path) -> tenants.bind(call, id(path), binding(path)))
        .on("GET", binding, (call, path) -> tenants.binding(id(path), binding(path)))
        .on("DELETE", binding, (call, path) -> tenants.unbind(call, id(path), binding(path)));
  }

  @Override
  public String name() {
    return "provisioner";
  }

  @Override
  public boolean isTokenCall(Call call) {
    return false;
  }

  @Override
  public String operation(Call call) {
    return routes.operation(call).or(() -> plain.routes().operation(call)).orElse(call.method());
  }

  @Override
  public Tally tally() {
    return tenants.tally();
  }

  @Override
  public Answer answer(Call call) {
    if (!authorization.equals(call.header("authorization"))) {
      return refuse(call, Refusal.UNAUTHORIZED, 0);
    }
    if (plain.routes().knowsPath(call)) {
      return plain.answer(call);
    }
    String version = call.header("x-broker-api-version");
    if (version == null || !version.matches("2\\.1[3-7]")) {
      return new BrokerProblem(
              412, null, "X-Broker-API-Version must be stated, from 2.13 up to 2.17")
          .answer();
    }
    try {
      return routes.answer(call).orElseThrow(BrokerProblem::notFound);
    } catch (BrokerProblem problem) {
      return problem.answer();
    } catch (JacksonException e) {
      return BrokerProblem.malformed("The body is no JSON").answer();
    }
  }

  @Override
  public Answer refuse(Call call, Refusal refusal, int status) {
    return switch (refusal) {
      case UNAUTHORIZED ->
          new BrokerProblem(401, null, "Unauthorized")
              .answer()
              .with("WWW-Authenticate", "Basic realm=\"provisioner\"");
      case FORBIDDEN -> new BrokerProblem(403, null, "Forbidden").answer();
      case BAD_REQUEST -> BrokerProblem.malformed("The request is malformed").answer();
      case THROTTLED ->
          new BrokerProblem(status == 0 ? 429 : status, null, "Too many requests")
              .answer()
              .with("Retry-After", "1");
      case SERVER_ERROR -> new BrokerProblem(500, null, "An unexpected error occurred").answer();
      case UNAVAILABLE -> new BrokerProblem(503, null, "The broker is unavailable").answer();
    };
  }

  @Override
  public ArrayNode effects() {
    return tenants.effects();
  }

  @Override
  public void forgetEffects() {
    tenants.forget();
    plain.forget();
  }

  private static String id(Map<String, String> path) {
    return path.getOrDefault("id", "");
  }

  private static String binding(Map<String, String> path) {
    return path.getOrDefault("binding", "");
  }
}
