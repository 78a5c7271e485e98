package dev.onboarding.sandbox.salesforce;

import dev.onboarding.sandbox.wire.Answer;
import dev.onboarding.sandbox.wire.Call;
import dev.onboarding.sandbox.wire.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Queries and the pages of their results.
final class QueryPages {

  private static final Pattern BATCH = Pattern.compile("batchSize=(\\d{1,5})");
  private static final Pattern LOCATOR = Pattern.compile("(01g\\w{15})-(\\d{1,9})");
  private static final int MOST_OPEN = 500;

  private record Open(List<Row> rows, List<FieldPath> paths) {}

  private final Org org;
  private final int mostPerPage;
  private final AtomicLong sequence = new AtomicLong();
  private final Map<String, Open> open =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Open> eldest) {
              return size() > MOST_OPEN;
            }
          });

  QueryPages(Org org, int mostPerPage) {
    this.org = org;
    this.mostPerPage = mostPerPage;
  }

  Answer query(Call call, String version, boolean withDeleted) {
    String text = call.parameter("q");
    if (text == null || text.isBlank()) {
      throw SalesforceProblem.malformedQuery("unexpected token: <EOF>");
    }
    Soql query = SoqlParser.parse(text);
    var search = new SoqlSearch(org, query, withDeleted);
    List<FieldPath> paths =
        query.select().stream().map(path -> FieldPath.of(search.object(), path)).toList();
    List<Row> rows = search.rows();
    if (paths.isEmpty()) {
      ObjectNode count = Json.object().put("totalSize", rows.size()).put("done", true);
      count.putArray("records");
      return Answer.json(200, count);
    }
    return page(call, version, new Open(rows, paths), null, 0);
  }

  /// @throws SalesforceProblem INVALID_QUERY_LOCATOR for a cursor that is not open
  Answer more(Call call, String version, String locator) {
    Matcher matcher = LOCATOR.matcher(locator);
    Open found = matcher.matches() ? open.get(matcher.group(1)) : null;
    if (found == null || Integer.parseInt(matcher.group(2)) > found.rows().size()) {
      throw new SalesforceProblem(400, "INVALID_QUERY_LOCATOR", "invalid query locator");
    }
    return page(call, version, found, matcher.group(1), Integer.parseInt(matcher.group(2)));
  }

  private Answer page(Call call, String version, Open all, @Nullable String cursor, int from) {
    int to = Math.min(all.rows().size(), from + batchSize(call));
    boolean done = to == all.rows().size();
    ObjectNode page = Json.object().put("totalSize", all.rows().size()).put("done", done);
    if (!done) {
      String kept = cursor == null ? keep(all) : cursor;
      page.put("nextRecordsUrl", "/services/data/" + version + "/query/" + kept + "-" + to);
    }
    var records = new Records(org, version);
    ArrayNode written = page.putArray("records");
    all.rows().subList(from, to).forEach(row -> written.add(records.record(row, all.paths())));
    return Answer.json(200, page);
  }

  private String keep(Open all) {
    String cursor = "01g5g%010dAAA".formatted(sequence.incrementAndGet());
    open.put(cursor, all);
    return cursor;
  }

  private int batchSize(Call call) {
    String options = call.header("sforce-query-options");
    Matcher asked = BATCH.matcher(options == null ? "" : options);
    int size = asked.find() ? Math.clamp(Integer.parseInt(asked.group(1)), 200, 2000) : 2000;
    return Math.min(size, mostPerPage);
  }
}
