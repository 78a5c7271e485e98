package dev.onboarding.sandbox.docusign;

import dev.onboarding.sandbox.keys.DevelopmentKeys;
import dev.onboarding.sandbox.story.Stories;
import dev.onboarding.sandbox.wire.Answer;
import dev.onboarding.sandbox.wire.Call;
import dev.onboarding.sandbox.wire.ExternalSystem;
import dev.onboarding.sandbox.wire.Refusal;
import dev.onboarding.sandbox.wire.Routes;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;

/// DocuSign on the wire: the account server, eSignature and the agreement repository.
public final class DocuSign implements ExternalSystem {

  private static final String ENVELOPES = "/restapi/v2.1/accounts/{account}/envelopes";
  private static final String AGREEMENTS = "/v1/accounts/{account}/agreements";

  private final DocuSignSettings settings;
  private final Clock clock;
  private final DocuSignLogin login;
  private final Routes open = new Routes();
  private final Routes routes = new Routes();
  private final Allowance hourly;
  private final Allowance burst;
  private volatile int limit;

  public DocuSign(Stories stories, DocuSignSettings settings, DevelopmentKeys keys, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.limit = settings.hourlyLimit();
    this.hourly = new Allowance(clock, 3_600);
    this.burst = new Allowance(clock, 30);
    this.login = new DocuSignLogin(settings, keys, clock);
    open.on("POST", "/oauth/token", (call, path) -> login.token(call))
        .on("GET", "/oauth/userinfo", (call, path) -> login.userInfo(call))
        .on("PUT", "/consent", (call, path) -> login.consent(true))
        .on("DELETE", "/consent", (call, path) -> login.consent(false))
        .on("DELETE", "/sessions", (call, path) -> login.expireAll());
    var cabinet = new Cabinet(stories);
    envelopes(new Envelopes(cabinet, new EnvelopeWriter(clock)));
    agreements(new Agreements(cabinet, settings, clock));
  }

  private void envelopes(Envelopes envelopes) {
    routes
        .on("GET", ENVELOPES, (call, path) -> envelopes.list(call))
        .on("PUT", ENVELOPES + "/status", (call, path) -> envelopes.statuses(call))
        .on("GET", ENVELOPES + "/{id}", (call, path) -> envelopes.one(call, id(path)))
        .on("GET", ENVELOPES + "/{id}/recipients", (c, path) -> envelopes.recipients(id(path)))
        .on(
            "GET",
            ENVELOPES + "/{id}/custom_fields",
            (c, path) -> envelopes.customFields(id(path)));
  }

  private void agreements(Agreements agreements) {
    routes
        .on("GET", AGREEMENTS, (call, path) -> agreements.list(call))
        .on("GET", AGREEMENTS + "/{id}", (call, path) -> agreements.one(id(path)));
  }

  @Override
  public String name() {
    return "docusign";
  }

  @Override
  public boolean isTokenCall(Call call) {
    return call.path().startsWith("/oauth/");
  }

  @Override
  public String operation(Call call) {
    return open.operation(call).or(() -> routes.operation(call)).orElse(call.method());
  }

  @Override
  public Answer answer(Call call) {
    return open.answer(call).orElseGet(() -> let(call));
  }

  private Answer let(Call call) {
    if (!login.admits(call)) {
      return refuse(call, Refusal.UNAUTHORIZED, 0);
    }
    if (!call.path().contains("/accounts/" + settings.accountId() + "/")) {
      return isAgreements(call)
          ? Agreements.problem(403, "No access to this account", clock)
          : new DocuSignProblem(
                  400,
                  "USER_DOES_NOT_BELONG_TO_SPECIFIED_ACCOUNT",
                  "The specified User is not a member of the specified Account.")
              .answer();
    }
    if (isAgreements(call) && !login.mayReadAgreements(call)) {
      return Agreements.problem(403, "The token lacks adm_store_unified_repo_read", clock);
    }
    return known(call);
  }

  private Answer known(Call call) {
    try {
      return routes
          .answer(call)
          .orElseThrow(() ->
              new DocuSignProblem(
                  404, "RESOURCE_NOT_FOUND", "The requested resource does not exist."));
    } catch (DocuSignProblem problem) {
      return problem.answer();
    } catch (JacksonException e) {
      return DocuSignProblem.invalidParameter("The body is no JSON.").answer();
    }
  }

  /// Both limits are the account's: every API counts, the account server does not.
  @Override
  public Answer around(Call call, Supplier<Answer> inner) {
    if (!call.path().startsWith("/restapi/") && !isAgreements(call)) {
      return inner.get();
    }
    int hour = hourly.take(limit);
    int burstLimit = Math.max(settings.burstLimit(), limit > settings.hourlyLimit() ? limit : 0);
    int moment = burst.take(burstLimit);
    Answer answer =
        hour < 0
            ? DocuSignProblem.hourlyLimit(settings.limitStatus()).answer()
            : moment < 0
                ? DocuSignProblem.burstLimit(settings.limitStatus()).answer()
                : inner.get();
    return answer
        .with("X-RateLimit-Limit", Integer.toString(limit))
        .with("X-RateLimit-Remaining", Integer.toString(Math.max(0, hour)))
        .with("X-RateLimit-Reset", Long.toString(hourly.reset()))
        .with("X-BurstLimit-Limit", Integer.toString(burstLimit))
        .with("X-BurstLimit-Remaining", Integer.toString(Math.max(0, moment)));
  }

  @Override
  public boolean limit(int asked) {
    limit = asked == 0 ? settings.hourlyLimit() : asked;
    return true;
  }

  @Override
  public Answer refuse(Call call, Refusal refusal, int status) {
    if (refusal == Refusal.THROTTLED) {
      return DocuSignProblem.hourlyLimit(status == 0 ? settings.limitStatus() : status).answer();
    }
    return isAgreements(call) ? refusedAgreement(refusal) : refusedEnvelope(refusal).answer();
  }

  private Answer refusedAgreement(Refusal refusal) {
    return switch (refusal) {
      case UNAUTHORIZED -> Agreements.problem(401, "Unauthorized", clock);
      case FORBIDDEN -> Agreements.problem(403, "Forbidden", clock);
      case BAD_REQUEST -> Agreements.problem(400, "Bad request", clock);
      case THROTTLED -> Agreements.problem(429, "Too many requests", clock);
      case SERVER_ERROR -> Agreements.problem(500, "Internal server error", clock);
      case UNAVAILABLE -> Agreements.problem(503, "Service unavailable", clock);
    };
  }

  private DocuSignProblem refusedEnvelope(Refusal refusal) {
    return switch (refusal) {
      case UNAUTHORIZED -> DocuSignProblem.invalidToken();
      case FORBIDDEN ->
          new DocuSignProblem(
              403,
              "USER_LACKS_PERMISSIONS",
              "This user lacks sufficient permissions to access this resource.");
      case BAD_REQUEST -> DocuSignProblem.invalidParameter("");
      case THROTTLED -> DocuSignProblem.hourlyLimit(settings.limitStatus());
      case SERVER_ERROR ->
          new DocuSignProblem(500, "UNSPECIFIED_ERROR", "Non-specific error occurred.");
      case UNAVAILABLE ->
          new DocuSignProblem(503, "SERVICE_UNAVAILABLE", "The service is unavailable.");
    };
  }

  private static boolean isAgreements(Call call) {
    return call.path().startsWith("/v1/");
  }

  private static String id(Map<String, String> path) {
    return path.getOrDefault("id", "");
  }
}
