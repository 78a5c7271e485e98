package dev.onboarding.coordinator.run;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// Accepts triggers: the run and its execution are stored in one transaction, and the same trigger
/// again gives the same run.
public final class RunDesk {

  private final RunStores stores;
  private final Runs runs;
  private final RunQueue queue;
  private final Supplier<UUID> ids;
  private final Mode configured;
  private final Versions versions;

  public RunDesk(
      RunStores stores, RunQueue queue, Supplier<UUID> ids, Mode configured, Versions versions) {
    this.stores = stores;
    this.runs = stores.runs();
    this.queue = queue;
    this.ids = ids;
    this.configured = configured;
    this.versions = versions;
  }

  /// The run of a trigger that was accepted before, however long ago.
  ///
  /// @throws ConflictingRunException when the id now names another account
  public Optional<Run> known(RunRequest request) {
    return runs.byEvent(request.source(), request.event())
        .or(() -> runs.byCorrelation(request.source(), request.correlation()))
        .map(run -> sameAccount(run, request));
  }

  /// @throws ConflictingRunException when the event or the correlation id is already another
  ///   account's
  /// @throws LaxerModeException when it asks for a laxer mode than the configured one
  public Opened open(RunRequest request) {
    if (request.mode() != null && request.mode().isLaxerThan(configured)) {
      throw new LaxerModeException(request.mode(), configured);
    }
    return stores.inTransaction(() -> store(request));
  }

  private Opened store(RunRequest request) {
    var known = known(request);
    if (known.isPresent()) {
      runs.remember(request, known.get().id());
      return new Opened(known.get(), true);
    }
    var mode = Objects.requireNonNullElse(request.mode(), configured);
    var id = new RunId(ids.get());
    boolean created = runs.insert(id, request, mode, versions);
    var run =
        runs.byCorrelation(request.source(), request.correlation())
            .map(stored -> sameAccount(stored, request))
            .orElseThrow();
    runs.remember(request, run.id());
    if (created) {
      stores.attempts().begin(run.id(), run.attempt());
      queue.enqueue(run);
    }
    return new Opened(run, !created);
  }

  private static Run sameAccount(Run run, RunRequest request) {
    if (!run.concerns(request.account().value())) {
      throw new ConflictingRunException(run.id(), request.event());
    }
    return run;
  }
}
