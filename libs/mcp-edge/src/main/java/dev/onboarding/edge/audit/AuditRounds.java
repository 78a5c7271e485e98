package dev.onboarding.edge.audit;

import dev.onboarding.edge.EdgeProperties;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;

/// Looks after a server's chain while the server runs: checkpoints leave, lost outcomes are named.
/// The last checkpoint leaves when the server stops.
public final class AuditRounds implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(AuditRounds.class);

  private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);

  private final LostOutcomes lost;
  private final @Nullable Checkpoints checkpoints;
  private final AuditSettings settings;
  private volatile @Nullable ScheduledExecutorService rounds;

  public AuditRounds(
      JdbcTemplate database, EdgeProperties server, AuditSettings settings, Clock clock) {
    this.settings = settings;
    this.lost = new LostOutcomes(database, server.name(), settings.outcomeWithin(), clock);
    this.checkpoints = checkpoints(database, server.name(), settings, clock);
  }

  private static @Nullable Checkpoints checkpoints(
      JdbcTemplate database, String server, AuditSettings settings, Clock clock) {
    var directory = settings.checkpoints();
    if (directory == null) {
      LOG.warn(
          "No checkpoint of the audit trail leaves the database: set mcp.audit.signing-key-file and mcp.audit.directory");
      return null;
    }
    var key = settings.signing().rotating(clock, secret -> CheckpointKey.signing(secret.reveal()));
    // One that cannot sign is known at the start.
    var _ = key.current();
    return new Checkpoints(database, server, new CheckpointFiles(directory), key, clock);
  }

  @Override
  public void start() {
    var starting =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("audit-rounds").factory());
    every(starting, BETWEEN_LOOKS, lost::settle);
    if (checkpoints != null) {
      every(starting, settings.checkpointEvery(), checkpoints::leave);
    }
    rounds = starting;
  }

  private static void every(ScheduledExecutorService rounds, Duration pause, Runnable work) {
    var _ =
        rounds.scheduleWithFixedDelay(
            () -> attempt(work), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// What fails is done by the next round.
  private static void attempt(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException failed) {
      LOG.warn("A round over the audit trail failed; the next one goes on", failed);
    }
  }

  @Override
  public void stop() {
    var running = rounds;
    if (running == null) {
      return;
    }
    rounds = null;
    running.shutdown();
    try {
      if (!running.awaitTermination(5, TimeUnit.SECONDS)) {
        running.shutdownNow();
      }
    } catch (InterruptedException stopped) {
      running.shutdownNow();
      Thread.currentThread().interrupt();
    }
    if (checkpoints != null) {
      attempt(checkpoints::leave);
    }
  }

  /// After the calls that are under way have been answered.
  @Override
  public int getPhase() {
    return 0;
  }

  @Override
  public boolean isRunning() {
    return rounds != null;
  }
}
