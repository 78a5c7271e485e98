package dev.onboarding.sandbox.salesforce;

import dev.onboarding.sandbox.story.SalesforceId;
import dev.onboarding.sandbox.story.Stories;
import dev.onboarding.sandbox.wire.Answer;
import dev.onboarding.sandbox.wire.Call;
import dev.onboarding.sandbox.wire.ExternalSystem;
import dev.onboarding.sandbox.wire.Json;
import dev.onboarding.sandbox.wire.Refusal;
import dev.onboarding.sandbox.wire.Routes;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/// The Salesforce org on the wire.
public final class Salesforce implements ExternalSystem {

  private static final String TOKEN_PATH = "/services/oauth2/token";
  private static final int LONGEST_URI = 16_384;
  private static final String ORG = SalesforceId.of("00D", "org", 0);
  private static final String USER = SalesforceId.of("005", "integration", 0);

  private final SalesforceSettings settings;
  private final SalesforceLogin login;
  private final QueryPages queries;
  private final RowReads rows;
  private final Composite composite;
  private final Routes open = new Routes();
  private final Routes routes = new Routes();
  private final AtomicInteger used = new AtomicInteger();
  private volatile int dailyLimit;

  public Salesforce(Stories stories, SalesforceSettings settings, Clock clock) {
    this.settings = settings;
    var org = new Org(stories, clock);
    this.login = new SalesforceLogin(settings, clock, ORG, USER);
    this.queries = new QueryPages(org, settings.mostRowsPerPage());
    this.rows = new RowReads(org);
    this.composite = new Composite(this::part);
    this.dailyLimit = settings.dailyLimit();
    routes();
  }

  private void routes() {
    open.on("POST", TOKEN_PATH, (call, path) -> login.token(call));
    open.on("GET", "/id/{org}/{user}", (call, path) -> login.identity(call));
    open.on("DELETE", "/sessions", (call, path) -> login.expireAll());
    open.on("GET", "/services/data", (call, path) -> versions());
    String data = "/services/data/{version}";
    routes
        .on("GET", data + "/query", (call, path) -> queries.query(call, version(path), false))
        .on("GET", data + "/queryAll", (call, path) -> queries.query(call, version(path), true))
        .on("GET", data + "/query/{cursor}", (call, path) -> more(call, path))
        .on("GET", data + "/queryAll/{cursor}", (call, path) -> more(call, path))
        .on("GET", data + "/limits", (call, path) -> limits())
        .on("GET", data + "/sobjects/{type}/describe", (c, path) -> rows.describe(type(path)))
        .on("GET", data + "/sobjects/{type}/{id}", this::row)
        .on("GET", data + "/composite/sobjects/{type}", this::collectionByParameters)
        .on("POST", data + "/composite/sobjects/{type}", this::collectionByBody)
        .on("POST", data + "/composite", (call, path) -> composite.composite(call))
        .on("POST", data + "/composite/batch", (call, path) -> composite.batch(call));
  }

  @Override
  public String name() {
    return "salesforce";
  }

  @Override
  public boolean isTokenCall(Call call) {
    return call.path().startsWith("/services/oauth2/");
  }

  @Override
  public String operation(Call call) {
    return open.operation(call).or(() -> routes.operation(call)).orElse(call.method());
  }

  @Override
  public Answer answer(Call call) {
    return open.answer(call).orElseGet(() -> login.admits(call) ? part(call) : login.refusal());
  }

  /// One request that is already let in: a call of its own, or a part of a composite.
  private Answer part(Call call) {
    try {
      if (!call.path().matches("/services/data/v(3[1-9]|[4-6]\\d|70)\\.0(/.*)?")) {
        throw SalesforceProblem.notFound();
      }
      return routes.answer(call).orElseThrow(() -> unknown(call));
    } catch (SalesforceProblem problem) {
      return problem.answer();
    } catch (JacksonException e) {
      return new SalesforceProblem(400, "JSON_PARSER_ERROR", e.getOriginalMessage()).answer();
    }
  }

  private SalesforceProblem unknown(Call call) {
    return routes.knowsPath(call)
        ? new SalesforceProblem(
            405, "METHOD_NOT_ALLOWED", "HTTP Method '" + call.method() + "' not allowed.")
        : SalesforceProblem.notFound();
  }

  @Override
  public Answer around(Call call, Supplier<Answer> inner) {
    if (!call.path().startsWith("/services/data/")) {
      return inner.get();
    }
    if (call.path().length() + call.query().length() > LONGEST_URI) {
      return Answer.empty(414);
    }
    int weight = call.path().endsWith("/composite/batch") ? batchWeight(call) : 1;
    int now = used.addAndGet(weight);
    Answer answer = now > dailyLimit ? refuse(call, Refusal.THROTTLED, 0) : inner.get();
    return answer.with(
        "Sforce-Limit-Info", "api-usage=" + Math.min(now, dailyLimit) + "/" + dailyLimit);
  }

  @Override
  public boolean limit(int limit) {
    dailyLimit = limit == 0 ? settings.dailyLimit() : limit;
    return true;
  }

  @Override
  public Answer refuse(Call call, Refusal refusal, int status) {
    SalesforceProblem problem =
        switch (refusal) {
          case UNAUTHORIZED -> SalesforceLogin.expired();
          case FORBIDDEN ->
              new SalesforceProblem(
                  403, "INSUFFICIENT_ACCESS", "You do not have permission to view this record.");
          case BAD_REQUEST ->
              new SalesforceProblem(
                  400,
                  "REQUIRED_FIELD_MISSING",
                  "Required fields are missing: [Name]",
                  java.util.List.of("Name"));
          case THROTTLED ->
              new SalesforceProblem(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
          case SERVER_ERROR ->
              new SalesforceProblem(500, "UNKNOWN_EXCEPTION", "An unexpected error occurred.");
          case UNAVAILABLE ->
              new SalesforceProblem(503, "SERVER_UNAVAILABLE", "The server is too busy right now.");
        };
    return problem.answer();
  }

  private Answer more(Call call, Map<String, String> path) {
    return queries.more(call, version(path), path.getOrDefault("cursor", ""));
  }

  private Answer row(Call call, Map<String, String> path) {
    return rows.row(call, version(path), type(path), path.getOrDefault("id", ""));
  }

  private Answer collectionByParameters(Call call, Map<String, String> path) {
    return rows.byParameters(call, version(path), type(path));
  }

  private Answer collectionByBody(Call call, Map<String, String> path) {
    return rows.byBody(call, version(path), type(path));
  }

  private Answer limits() {
    ObjectNode limits = Json.object();
    limits
        .putObject("DailyApiRequests")
        .put("Max", dailyLimit)
        .put("Remaining", Math.max(0, dailyLimit - used.get()));
    return Answer.json(200, limits);
  }

  private static Answer versions() {
    var versions = Json.array();
    for (int number = 60; number <= 68; number++) {
      String version = number + ".0";
      versions.addObject().put("version", version).put("url", "/services/data/v" + version);
    }
    return Answer.json(200, versions);
  }

  private static int batchWeight(Call call) {
    try {
      return Composite.parts(call.json());
    } catch (JacksonException e) {
      return 1;
    }
  }

  private static String version(Map<String, String> path) {
    return path.getOrDefault("version", "");
  }

  private static String type(Map<String, String> path) {
    return path.getOrDefault("type", "");
  }
}
