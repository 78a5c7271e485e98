package dev.onboarding.coordinator.operation;

import dev.onboarding.coordinator.run.RunId;
import dev.onboarding.coordinator.run.WakeDesk;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Pauses and releases upstreams, and lets the runs that waited for one go on at once.
public final class UpstreamDesk {

  private static final Logger LOG = LoggerFactory.getLogger(UpstreamDesk.class);

  private final PausedUpstreams upstreams;
  private final WakeDesk wake;
  private final JdbcClient jdbc;

  UpstreamDesk(PausedUpstreams upstreams, WakeDesk wake, JdbcClient jdbc) {
    this.upstreams = upstreams;
    this.wake = wake;
    this.jdbc = jdbc;
  }

  /// One upstream and what waits for it.
  ///
  /// @param paused null while it is called as usual
  /// @param waiting how many runs wait because it is paused
  public record Standing(String name, @Nullable PausedUpstream paused, long waiting) {}

  /// All that are known, in their usual order.
  public List<Standing> all() {
    Map<String, PausedUpstream> paused =
        upstreams.all().stream()
            .collect(Collectors.toMap(PausedUpstream::name, Function.identity()));
    var waiting = waitingByCode();
    return PausedUpstreams.KNOWN.stream()
        .map(name ->
            new Standing(
                name, paused.get(name), waiting.getOrDefault(PausedUpstream.code(name), 0L)))
        .toList();
  }

  public Standing pause(String name, String by, String reason) {
    upstreams.pause(name, by, reason);
    LOG.warn("{} is paused by {}: {}", name, by, reason);
    return standing(name);
  }

  /// Runs that wait for it look again at once; one that is woken twice looks twice and does no
  /// more.
  public Standing release(String name, String by, String reason) {
    if (upstreams.release(name, by, reason)) {
      var waiting = waiting(name);
      waiting.forEach(wake::upstreamIsBack);
      LOG.warn("{} is released by {}: {}; {} runs go on", name, by, reason, waiting.size());
    }
    return standing(name);
  }

  private Standing standing(String name) {
    return all().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  private Map<String, Long> waitingByCode() {
    return jdbc
        .sql(
            """
            select failure ->> 'error_code' as code, count(*) as runs from coordinator.run
            where state = 'WAITING_UPSTREAM' group by 1\
            """)
        .query((row, number) -> Map.entry(String.valueOf(row.getString(1)), row.getLong(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private List<RunId> waiting(String name) {
    return jdbc.sql(
            """
            select id from coordinator.run
            where state = 'WAITING_UPSTREAM' and failure ->> 'error_code' = ?
            order by priority desc, id\
            """)
        .param(PausedUpstream.code(name))
        .query((row, number) -> new RunId(row.getObject(1, UUID.class)))
        .list();
  }
}
