package dev.onboarding.netsuite.suiteql;

import dev.onboarding.connector.BaseAddress;
import dev.onboarding.connector.JsonAnswers;
import dev.onboarding.connector.Upstream;
import dev.onboarding.connector.UpstreamRequest;
import dev.onboarding.connector.UpstreamResponse;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Puts a query to NetSuite and gives all of its rows, page by page until NetSuite says there are
/// no more.
public final class SuiteQl {

  /// NetSuite itself hands out no more than this.
  private static final int MOST_ROWS = 100_000;

  private final Upstream upstream;
  private final URI endpoint;
  private final int pageSize;
  private final JsonMapper json = JsonMapper.builder().build();
  private final JsonAnswers answers = new JsonAnswers("NetSuite", json);

  /// @param pageSize at most 1,000
  public SuiteQl(Upstream upstream, BaseAddress base, int pageSize) {
    this.upstream = upstream;
    this.endpoint = base.at("/services/rest/query/v1/suiteql");
    this.pageSize = pageSize;
  }

  /// @param operation short stable name for metrics, for example `list_account_invoices`
  /// @param query ordered by a unique key, or pages could repeat and skip rows
  /// @throws dev.onboarding.model.FailureException when NetSuite refuses, fails or is unreadable
  public List<Row> rows(String operation, String query) {
    byte[] body = json.writeValueAsBytes(Map.of("q", query));
    List<Row> rows = new ArrayList<>();
    boolean more = true;
    while (more) {
      JsonNode page = page(operation, body, rows.size());
      int before = rows.size();
      page.get("items").forEach(item -> rows.add(row(item)));
      more = page.get("hasMore").booleanValue();
      if (more && rows.size() == before) {
        throw UnreadableAnswer.of("a page is empty, yet more are announced");
      }
      if (more && rows.size() >= MOST_ROWS) {
        throw UnreadableAnswer.of("it has more than %,d rows".formatted(MOST_ROWS));
      }
    }
    return rows;
  }

  private JsonNode page(String operation, byte[] body, int offset) {
    URI uri = URI.create("%s?limit=%d&offset=%d".formatted(endpoint, pageSize, offset));
    UpstreamRequest request =
        UpstreamRequest.json(operation, "POST", uri, body, true).withHeader("Prefer", "transient");
    UpstreamResponse response = upstream.send(request);
    JsonNode page = answers.tree(response);
    if (!page.path("items").isArray() || !page.path("hasMore").isBoolean()) {
      throw UnreadableAnswer.of("it is no page of rows");
    }
    return page;
  }

  private static Row row(JsonNode item) {
    if (!item.isObject()) {
      throw UnreadableAnswer.of("a row is no object");
    }
    return new Row(item);
  }
}
