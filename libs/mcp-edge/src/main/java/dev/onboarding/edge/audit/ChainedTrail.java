package dev.onboarding.edge.audit;

import dev.onboarding.edge.EdgeProperties;
import java.time.Clock;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;

/// Appends what one server does to its chain; calls that end at the same time are committed
/// together.
public final class ChainedTrail implements AuditTrail {

  private final Gathered<Entry> entries;
  private final EdgeProperties server;
  private final Clock clock;

  public ChainedTrail(JdbcTemplate database, EdgeProperties server, Clock clock) {
    var chain = new ChainStore(database, server.name());
    this.entries = new Gathered<>(chain::append, chain::appendOnce);
    this.server = server;
    this.clock = clock;
  }

  @Override
  public void intend(ToolCall call) {
    entries.write(Entry.intent(server, call));
  }

  @Override
  public void record(ToolCall call) {
    entries.write(Entry.call(server, call, Objects.requireNonNull(call.ended())));
  }

  @Override
  public void note(Note note) {
    entries.write(Entry.note(server.name(), server.version(), note, clock.instant()));
  }
}
