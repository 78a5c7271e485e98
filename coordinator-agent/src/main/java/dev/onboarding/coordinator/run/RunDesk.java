package dev.onboarding.coordinator.run;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Accepts triggers: the run and its execution are stored in one transaction, and the same trigger
/// again gives the same run. An account has one run under way: a trigger goes to the run that waits
/// for somebody, or queues behind the one that is executing.
public final class RunDesk {

  private final RunStores stores;
  private final Triggers triggers;
  private final RunQueue queue;
  private final Supplier<UUID> ids;
  private final Mode configured;
  private final Versions versions;

  public RunDesk(
      RunStores stores, RunQueue queue, Supplier<UUID> ids, Mode configured, Versions versions) {
    this.stores = stores;
    this.triggers = stores.triggers();
    this.queue = queue;
    this.ids = ids;
    this.configured = configured;
    this.versions = versions;
  }

  /// The run of a trigger that was accepted before, however long ago.
  ///
  /// @throws ConflictingRunException when the id now names another account
  public Optional<Run> known(RunRequest request) {
    return triggers.known(request).map(run -> sameAccount(run, request));
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

  /// Opens a run whose first steps are recorded already, unless the account has an open one that
  /// does more than observe: that one is given back as it is, neither woken nor queued behind.
  ///
  /// @param record writes what is known of the new run, in the transaction that stores it
  public Opened openKnown(RunRequest request, Consumer<Run> record) {
    if (request.mode() != null && request.mode().isLaxerThan(configured)) {
      throw new LaxerModeException(request.mode(), configured);
    }
    return stores.inTransaction(() -> storeKnown(request, record));
  }

  private Opened storeKnown(RunRequest request, Consumer<Run> record) {
    triggers.lockAccount(request);
    var known = known(request);
    if (known.isPresent()) {
      return new Opened(known.get(), true);
    }
    var mode = Objects.requireNonNullElse(request.mode(), configured);
    var open = mode == Mode.OBSERVE ? Optional.<Run>empty() : triggers.lockOpen(request);
    if (open.isPresent()) {
      return new Opened(open.get(), true);
    }
    var opened = begin(request, mode, open);
    record.accept(opened.run());
    return opened;
  }

  private Opened store(RunRequest request) {
    triggers.lockAccount(request);
    var known = known(request);
    if (known.isPresent()) {
      triggers.remember(request, known.get().id());
      return new Opened(known.get(), true);
    }
    var mode = Objects.requireNonNullElse(request.mode(), configured);
    // Who only observes stands in nobody's way.
    var open = mode == Mode.OBSERVE ? Optional.<Run>empty() : triggers.lockOpen(request);
    return open.filter(RunDesk::takesTriggers)
        .map(waiting -> attach(waiting, request))
        .orElseGet(() -> begin(request, mode, open));
  }

  private static boolean takesTriggers(Run run) {
    return run.state() == RunState.QUEUED || run.restsOnOthers();
  }

  private Opened attach(Run run, RunRequest request) {
    triggers.remember(request, run.id());
    triggers.adopt(run, request.opportunity(), request.mode());
    if (run.restsOnOthers()) {
      return new Opened(woken(run), false);
    }
    return new Opened(readAnew(run, request) ? woken(run) : run, false);
  }

  /// What was read for a run before it began is older than the trigger; and who asks for it now
  /// need not stand at the end of a batch.
  private boolean readAnew(Run queued, RunRequest request) {
    boolean dropped = stores.journal().dropWhatWasReadBefore(queued);
    boolean ahead = stores.runs().prefer(queued, request.priority());
    return queued.behind() == null && (dropped || ahead);
  }

  private Run woken(Run run) {
    var woken = stores.runs().newTicket(run);
    queue.enqueue(woken);
    return woken;
  }

  private Opened begin(RunRequest request, Mode mode, Optional<Run> executing) {
    var id = new RunId(ids.get());
    var behind = executing.map(Run::id).orElse(null);
    var created = triggers.insert(id, request, mode, versions, behind);
    // Else the correlation id was used for it in this moment.
    var run = created.or(() -> known(request)).orElseThrow();
    triggers.remember(request, run.id());
    if (created.isPresent() && behind == null) {
      queue.enqueue(run);
    }
    return new Opened(run, created.isEmpty());
  }

  private static Run sameAccount(Run run, RunRequest request) {
    if (!run.concerns(request.account().value())) {
      throw new ConflictingRunException(run.id(), request.event());
    }
    return run;
  }
}
