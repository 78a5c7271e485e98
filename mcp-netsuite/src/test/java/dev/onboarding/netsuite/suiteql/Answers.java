package dev.onboarding.netsuite.suiteql;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.onboarding.connector.BaseAddress;
import dev.onboarding.connector.UpstreamResponse;
import java.util.List;
import java.util.Map;

/// Answers as NetSuite writes them, for tests.
public final class Answers {

  private Answers() {}

  public static UpstreamResponse of(int status, String body) {
    return new UpstreamResponse(status, Map.of(), body.getBytes(UTF_8));
  }

  /// A page with the given rows, each a JSON object.
  public static UpstreamResponse page(boolean more, String... rows) {
    return of(
        200,
        """
        {"links":[],"count":%d,"hasMore":%s,"offset":0,"totalResults":%d,"items":[%s]}\
        """
            .formatted(rows.length, more, rows.length, String.join(",", rows)));
  }

  /// Rows read from JSON objects.
  public static List<Row> rows(String... rows) {
    return new SuiteQl(
            _ -> page(false, rows),
            BaseAddress.of("NETSUITE_BASE_URL", "https://netsuite.example"),
            1000)
        .rows("test", "SELECT 1");
  }
}
