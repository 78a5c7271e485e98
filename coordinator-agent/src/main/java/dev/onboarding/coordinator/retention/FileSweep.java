package dev.onboarding.coordinator.retention;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/// Looks after the files of this node: what another node removed or erased in the database has
/// files here too.
final class FileSweep implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(FileSweep.class);

  private final RunFiles files;
  private final Duration pause;
  private volatile @Nullable ScheduledExecutorService rounds;

  FileSweep(RunFiles files, Duration pause) {
    this.files = files;
    this.pause = pause;
  }

  private void round() {
    try {
      files.sweep();
    } catch (DataAccessException | UncheckedIOException failed) {
      LOG.warn("Files of removed runs were not looked for; the next round goes on", failed);
    }
  }

  @Override
  public void start() {
    var starting =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("file-sweep").factory());
    var _ =
        starting.scheduleWithFixedDelay(
            this::round, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    rounds = starting;
  }

  @Override
  public void stop() {
    var running = rounds;
    if (running != null) {
      running.shutdownNow();
      rounds = null;
    }
  }

  @Override
  public boolean isRunning() {
    return rounds != null;
  }
}
