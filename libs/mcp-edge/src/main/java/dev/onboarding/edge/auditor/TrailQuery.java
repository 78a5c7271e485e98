package dev.onboarding.edge.auditor;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which entries of the trail are wanted; what is null or blank asks for nothing.
///
/// @param caller as it names itself, or as it was proven: subject or client
/// @param account whose id stands in the arguments
/// @param outcome `ok`, `failed`, `indeterminate`, or `pending` for a write that was begun only
/// @param all also the intents of writes that ended, and what only resolves another entry
/// @param since of the call's beginning, inclusive
/// @param until exclusive
public record TrailQuery(
    @Nullable String server,
    @Nullable String run,
    @Nullable String tool,
    @Nullable String caller,
    @Nullable String account,
    @Nullable String outcome,
    @Nullable Instant since,
    @Nullable Instant until,
    boolean all) {

  private static final String PENDING =
      """
      (e.kind = 'intent' and not exists (
        select from audit.entries c where c.call = e.call and c.kind = 'call'))\
      """;

  private static final String OF_ACCOUNT =
      """
      jsonb_path_exists(e.arguments, '$.** ? (@ == $account)',
        jsonb_build_object('account', ?::text))\
      """;

  /// Everything of one run.
  public static TrailQuery ofRun(String run) {
    return new TrailQuery(null, run, null, null, null, null, null, null, true);
  }

  /// A condition over `audit.entries e` and the values of its parameters.
  record Condition(String sql, List<Object> values) {}

  Condition condition() {
    List<String> parts = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    if ("pending".equals(outcome)) {
      parts.add(PENDING);
    } else if (!all) {
      parts.add("(e.kind not in ('intent', 'resolution') or %s)".formatted(PENDING));
    }
    for (var wanted : wanted()) {
      if (wanted.value() != null && !wanted.value().toString().isBlank()) {
        parts.add(wanted.sql());
        values.addAll(Collections.nCopies(wanted.times(), wanted.value()));
      }
    }
    return new Condition(parts.isEmpty() ? "true" : String.join(" and ", parts), values);
  }

  private List<Wanted> wanted() {
    return List.of(
        new Wanted("e.server = ?", 1, server),
        new Wanted("e.run = ?", 1, run),
        new Wanted("e.tool = ?", 1, tool),
        new Wanted("(e.caller = ? or e.subject = ? or e.client = ?)", 3, caller),
        new Wanted(OF_ACCOUNT, 1, account),
        new Wanted("e.outcome = ?", 1, "pending".equals(outcome) ? null : outcome),
        new Wanted("e.at >= ?", 1, since == null ? null : since.atOffset(ZoneOffset.UTC)),
        new Wanted("e.at < ?", 1, until == null ? null : until.atOffset(ZoneOffset.UTC)));
  }

  private record Wanted(String sql, int times, @Nullable Object value) {}

  /// What is noted of a reading.
  public Map<String, Object> details() {
    Map<String, Object> details = new LinkedHashMap<>();
    put(details, "server", server);
    put(details, "run", run);
    put(details, "tool", tool);
    put(details, "caller", caller);
    put(details, "account", account);
    put(details, "outcome", outcome);
    put(details, "since", since == null ? null : since.toString());
    put(details, "until", until == null ? null : until.toString());
    return details;
  }

  private static void put(Map<String, Object> details, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      details.put(name, value);
    }
  }
}
