package dev.onboarding.sandbox.netsuite;

import dev.onboarding.sandbox.keys.DevelopmentKeys;
import dev.onboarding.sandbox.story.Stories;
import dev.onboarding.sandbox.wire.Answer;
import dev.onboarding.sandbox.wire.Call;
import dev.onboarding.sandbox.wire.ExternalSystem;
import dev.onboarding.sandbox.wire.Json;
import dev.onboarding.sandbox.wire.Refusal;
import dev.onboarding.sandbox.wire.Routes;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The NetSuite account on the wire.
public final class NetSuite implements ExternalSystem, AutoCloseable {

  private static final String TOKEN_PATH = "/services/rest/auth/oauth2/v1/token";
  private static final String COLLECTION = "application/vnd.oracle.resource+json; type=collection";
  private static final int MOST_ROWS = 1_000;

  private final NetSuiteSettings settings;
  private final NetSuiteLogin login;
  private final Books books;
  private final SuiteQl suiteQl;
  private final Routes open = new Routes();
  private final Routes routes = new Routes();
  private final AtomicInteger running = new AtomicInteger();
  private volatile int concurrency;

  public NetSuite(Stories stories, NetSuiteSettings settings, DevelopmentKeys keys, Clock clock) {
    this.settings = settings;
    this.concurrency = settings.concurrency();
    this.login = new NetSuiteLogin(settings, keys, clock);
    this.books = new Books(stories, clock);
    this.suiteQl = new SuiteQl(books);
    var invoices = new InvoiceRecords(suiteQl, stories, clock);
    open.on("POST", TOKEN_PATH, (call, path) -> login.token(call))
        .on("DELETE", "/sessions", (call, path) -> login.expireAll());
    routes
        .on("POST", "/services/rest/query/v1/suiteql", (call, path) -> query(call))
        .on(
            "GET",
            "/services/rest/record/v1/invoice/{id}",
            (call, path) -> invoices.invoice(call, path.getOrDefault("id", "")));
  }

  @Override
  public String name() {
    return "netsuite";
  }

  @Override
  public String operation(Call call) {
    return open.operation(call).or(() -> routes.operation(call)).orElse(call.method());
  }

  @Override
  public boolean isTokenCall(Call call) {
    return call.path().startsWith("/services/rest/auth/");
  }

  @Override
  public Answer answer(Call call) {
    return open.answer(call).orElseGet(() -> let(call));
  }

  private Answer let(Call call) {
    try {
      if (!login.admits(call)) {
        throw NetSuiteProblem.invalidLogin();
      }
      return routes.answer(call).orElseThrow(NetSuiteProblem::noSuchRecord);
    } catch (NetSuiteProblem problem) {
      return problem.answer();
    } catch (JacksonException e) {
      return NetSuiteProblem.badRequest("INVALID_CONTENT", "Invalid content: no JSON.").answer();
    }
  }

  private Answer query(Call call) {
    String prefer = call.header("prefer");
    if (prefer == null || !prefer.contains("transient")) {
      throw NetSuiteProblem.badRequest(
          "INVALID_HEADER", "The required header 'Prefer' with the value 'transient' is missing.");
    }
    int limit = number(call.parameter("limit"), "limit", MOST_ROWS, 1, MOST_ROWS);
    int offset = number(call.parameter("offset"), "offset", 0, 0, 100_000);
    if (offset % limit != 0) {
      throw NetSuiteProblem.badRequest(
          "INVALID_PARAMETER", "Invalid query parameter offset: not a multiple of limit.");
    }
    List<ObjectNode> rows = suiteQl.rows(call.json().path("q").asString(""));
    return Answer.json(200, page(call, rows, limit, offset)).with("Content-Type", COLLECTION);
  }

  private static ObjectNode page(Call call, List<ObjectNode> rows, int limit, int offset) {
    int from = Math.min(offset, rows.size());
    int to = Math.min(rows.size(), from + limit);
    boolean more = to < rows.size();
    ObjectNode page = Json.object();
    ArrayNode links = page.putArray("links");
    link(links, "self", call, limit, offset);
    if (more) {
      link(links, "next", call, limit, offset + limit);
      link(links, "last", call, limit, (rows.size() - 1) / limit * limit);
    }
    page.put("count", to - from).put("hasMore", more);
    ArrayNode items = page.putArray("items");
    rows.subList(from, to).forEach(items::add);
    return page.put("offset", offset).put("totalResults", rows.size());
  }

  private static void link(ArrayNode links, String rel, Call call, int limit, int offset) {
    String href = call.url() + "?limit=" + limit + "&offset=" + offset;
    links.addObject().put("rel", rel).put("href", href);
  }

  private static int number(
      @Nullable String text, String name, int otherwise, int least, int most) {
    if (text == null) {
      return otherwise;
    }
    boolean number = text.matches("\\d{1,6}");
    if (!number || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
      throw NetSuiteProblem.badRequest(
          "INVALID_PARAMETER", "Invalid query parameter " + name + ": '" + text + "'.");
    }
    return Integer.parseInt(text);
  }

  /// Calls that are running at the same time, tokens apart, are limited for the whole account.
  @Override
  public Answer around(Call call, Supplier<Answer> inner) {
    if (isTokenCall(call)) {
      return inner.get();
    }
    try {
      return running.incrementAndGet() > concurrency
          ? refuse(call, Refusal.THROTTLED, 0)
          : inner.get();
    } finally {
      running.decrementAndGet();
    }
  }

  @Override
  public boolean limit(int limit) {
    concurrency = limit == 0 ? settings.concurrency() : limit;
    return true;
  }

  @Override
  public Answer refuse(Call call, Refusal refusal, int status) {
    NetSuiteProblem problem =
        switch (refusal) {
          case UNAUTHORIZED -> NetSuiteProblem.invalidLogin();
          case FORBIDDEN ->
              new NetSuiteProblem(
                  403,
                  "Forbidden",
                  "INSUFFICIENT_PERMISSION",
                  "Permission Violation: You need the 'Transactions -> Invoice' permission to access this page.");
          case BAD_REQUEST ->
              NetSuiteProblem.badRequest("INVALID_PARAMETER", "Invalid query parameter.");
          case THROTTLED -> NetSuiteProblem.tooManyAtOnce();
          case SERVER_ERROR ->
              new NetSuiteProblem(
                  500,
                  "Internal Server Error",
                  "UNEXPECTED_ERROR",
                  "An unexpected error occurred.");
          case UNAVAILABLE ->
              new NetSuiteProblem(
                  503, "Service Unavailable", "UNEXPECTED_ERROR", "The service is unavailable.");
        };
    return problem.answer();
  }

  @Override
  public void close() {
    books.close();
  }
}
