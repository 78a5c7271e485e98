package dev.onboarding.salesforce.org;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.onboarding.connector.JsonAnswers;
import dev.onboarding.connector.Upstream;
import dev.onboarding.connector.UpstreamRequest;
import dev.onboarding.connector.UpstreamResponse;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.net.URI;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Asks the org questions in SOQL and gives back every row, page after page. Deleted rows are
/// included unless said otherwise.
public final class SalesforceQueries {

  private static final int QUERIES_PER_CALL = 5;
  private static final int MOST_ROWS = 20_000;
  private static final Pattern NEXT_PAGE =
      Pattern.compile("/services/data/v\\d{2,3}\\.0/query(All)?/[A-Za-z0-9-]{1,100}");

  private final Upstream upstream;
  private final JsonAnswers answers;
  private final String data;

  SalesforceQueries(Upstream upstream, JsonAnswers answers, String apiVersion) {
    this.upstream = upstream;
    this.answers = answers;
    this.data = "/services/data/" + apiVersion;
  }

  /// One question, deleted rows included.
  public List<Row> all(String operation, String soql) {
    return query(operation, "queryAll", soql);
  }

  /// One question, without deleted rows.
  public List<Row> live(String operation, String soql) {
    return query(operation, "query", soql);
  }

  /// Up to five independent questions in one call that counts once; the rows of each, in the order
  /// of the questions.
  public List<List<Row>> together(String operation, List<String> questions) {
    if (questions.size() > QUERIES_PER_CALL) {
      throw new IllegalArgumentException("At most five queries go into one call");
    }
    URI composite = URI.create(data + "/composite");
    byte[] body = compositeBody(questions).toString().getBytes(UTF_8);
    UpstreamResponse response =
        upstream.send(UpstreamRequest.json(operation, "POST", composite, body, true));
    JsonNode parts = answers.tree(response).path("compositeResponse");
    List<List<Row>> rows = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      rows.add(everyRow(operation, part(parts, referenceId(i))));
    }
    return rows;
  }

  private List<Row> query(String operation, String resource, String soql) {
    URI uri = URI.create(data + "/" + resource + "?q=" + encoded(soql));
    return everyRow(operation, answers.tree(upstream.send(UpstreamRequest.get(operation, uri))));
  }

  private ObjectNode compositeBody(List<String> questions) {
    ObjectNode body = answers.mapper().createObjectNode();
    body.put("allOrNone", false).put("collateSubrequests", true);
    ArrayNode requests = body.putArray("compositeRequest");
    for (int i = 0; i < questions.size(); i++) {
      requests
          .addObject()
          .put("method", "GET")
          .put("url", data + "/queryAll?q=" + encoded(questions.get(i)))
          .put("referenceId", referenceId(i));
    }
    return body;
  }

  /// The order of the parts is not promised, so each is found by its name.
  private static JsonNode part(JsonNode parts, String referenceId) {
    return parts
        .valueStream()
        .filter(part -> part.path("referenceId").asString("").equals(referenceId))
        .filter(part -> part.path("httpStatusCode").asInt(0) == 200)
        .findFirst()
        .map(part -> part.path("body"))
        .orElseThrow(() -> Unreadable.because("a part of the composite is missing"));
  }

  private List<Row> everyRow(String operation, JsonNode first) {
    List<Row> rows = new ArrayList<>();
    JsonNode page = first;
    String next = addRows(page, rows);
    while (next != null) {
      page = answers.tree(upstream.send(UpstreamRequest.get(operation, URI.create(next))));
      next = addRows(page, rows);
    }
    return rows;
  }

  /// Adds the rows of a page and tells where the next one is.
  private static @Nullable String addRows(JsonNode page, List<Row> rows) {
    JsonNode records = page.path("records");
    if (!records.isArray() || !page.path("done").isBoolean()) {
      throw Unreadable.because("a page of rows has no rows or no end");
    }
    records.forEach(record -> rows.add(new Row(record)));
    if (page.path("done").booleanValue()) {
      return null;
    }
    String next = page.path("nextRecordsUrl").asString("");
    if (records.isEmpty() || !NEXT_PAGE.matcher(next).matches()) {
      throw Unreadable.because("a page of rows names no next page");
    }
    if (rows.size() > MOST_ROWS) {
      throw new FailureException(
          Failure.invalid(
              "TOO_MANY_ROWS",
              "Salesforce holds more than %d rows for this question.".formatted(MOST_ROWS)));
    }
    return next;
  }

  private static String referenceId(int index) {
    return "q" + index;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
