package dev.onboarding.coordinator.batch;

import dev.onboarding.coordinator.batch.BatchChunks.Reading;
import dev.onboarding.coordinator.batch.GatherChunk.ChunkRead;
import dev.onboarding.coordinator.batch.KnownAccounts.KnownRun;
import dev.onboarding.coordinator.pipeline.AccountReading;
import dev.onboarding.coordinator.pipeline.Gathered;
import dev.onboarding.coordinator.pipeline.RecordedEvidence;
import dev.onboarding.coordinator.run.Mode;
import dev.onboarding.coordinator.run.RunDesk;
import dev.onboarding.coordinator.run.RunPriority;
import dev.onboarding.coordinator.run.RunRequest;
import dev.onboarding.coordinator.run.StoreFailures;
import dev.onboarding.model.AccountReference;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.finding.AccountFinding;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/// Opens a run for every account of a chunk, with its evidence recorded, in the transaction that
/// records the chunk's outcome.
final class OpenRuns {

  private static final Logger LOG = LoggerFactory.getLogger(OpenRuns.class);
  private static final String SOURCE = "batch";
  private static final Failure UNSTORABLE =
      new Failure(
          ErrorType.VALIDATION,
          "RECORD_NOT_STORABLE",
          null,
          "The database refused what was read of the account; the log has the details.",
          "Correct the record in the system it was read from, then ask for the account again.",
          "Data Admin");

  private final BatchStores stores;
  private final RunDesk desk;
  private final RecordedEvidence evidence;
  private final BatchMeters meters;
  private final Clock clock;

  OpenRuns(
      BatchStores stores,
      RunDesk desk,
      RecordedEvidence evidence,
      BatchMeters meters,
      Clock clock) {
    this.stores = stores;
    this.desk = desk;
    this.evidence = evidence;
    this.meters = meters;
    this.clock = clock;
  }

  /// @param items what the chunk held when it was read
  /// @return false when another reading of the chunk counts
  boolean open(Batch batch, Reading reading, List<BatchItem> items, ChunkRead read) {
    if (!stores.chunks().hold(reading)) {
      return false;
    }
    var readings =
        read.readings().stream()
            .collect(Collectors.toMap(AccountReading::account, Function.identity()));
    var known = new HashMap<>(read.known());
    known.putAll(stores.known().among(keys(items, readings.values())));
    // Always in the same order, so that two chunks never wait for each other's accounts.
    items.stream()
        .sorted(Comparator.comparing(item -> idOf(item, readings.get(item.accountKey()))))
        .map(item -> outcome(batch, item, readings.get(item.accountKey()), known))
        .forEach(item -> {
          stores.items().record(batch.id(), item);
          meters.settled(item.state());
        });
    stores.chunks().done(reading);
    stores.batches().gatheredIfComplete(batch.id());
    return true;
  }

  /// The chunk is over without any of its accounts having been read.
  ///
  /// @return false when another reading of the chunk counts
  boolean fail(Batch batch, Reading reading, List<BatchItem> items, Failure failure) {
    if (!stores.chunks().hold(reading)) {
      return false;
    }
    items.forEach(item -> stores.items().record(batch.id(), item.failed(failure)));
    stores.chunks().done(reading);
    stores.batches().gatheredIfComplete(batch.id());
    return true;
  }

  private static Set<String> keys(List<BatchItem> items, Collection<AccountReading> read) {
    return Stream.concat(
            items.stream().map(BatchItem::accountKey),
            read.stream().map(OpenRuns::foundId).flatMap(Stream::ofNullable))
        .collect(Collectors.toSet());
  }

  private BatchItem outcome(
      Batch batch, BatchItem item, @Nullable AccountReading reading, Map<String, KnownRun> known) {
    var id = idOf(item, reading);
    var settled = known.getOrDefault(id, known.get(item.accountKey()));
    if (settled != null) {
      return item.with(settled.state(), id, settled.run(), settled.why());
    }
    return switch (reading) {
      case AccountReading.Read(var account, var gathered) -> opened(batch, item, id, gathered);
      case AccountReading.Refused(var account, var failure) -> item.failed(failure);
      case AccountReading.Known gone ->
          throw new IllegalStateException("Nothing is known of " + gone.account());
      case null -> throw new IllegalStateException("Nothing was read of " + item.accountKey());
    };
  }

  private BatchItem opened(Batch batch, BatchItem item, String id, Gathered gathered) {
    var same = stores.items().sameAccount(batch.id(), item.number(), id);
    if (same.isPresent()) {
      return item.failed(BatchDesk.repeated(item.accountKey(), same.get()));
    }
    try {
      return stores.alone(() -> ofItsOwn(batch, item, id, gathered));
    } catch (DataAccessException refused) {
      if (StoreFailures.passByThemselves(refused)) {
        throw refused;
      }
      LOG.error("Row {} of batch {} cannot be stored", item.number(), batch.id(), refused);
      return item.failed(UNSTORABLE);
    }
  }

  private BatchItem ofItsOwn(Batch batch, BatchItem item, String id, Gathered gathered) {
    var correlation = "%s/%d".formatted(batch.id(), item.number());
    var request =
        new RunRequest(
            SOURCE,
            correlation,
            correlation,
            new AccountReference(id),
            null,
            batch.mode(),
            RunPriority.BATCH);
    var readAt = Objects.requireNonNullElseGet(gathered.readAt(), clock::instant);
    // Lists are read in the cheapest way; whoever is acted on is read once more, alone.
    var judged = batch.mode() == Mode.OBSERVE ? gathered : gathered.toBeConfirmed();
    var run = desk.openKnown(request, begun -> evidence.record(begun, judged, readAt)).run();
    boolean own = run.source().equals(SOURCE) && run.correlationId().equals(correlation);
    return own
        ? item.with(ItemState.OPENED, id, run.id(), null)
        : item.with(ItemState.JOINED, id, run.id(), new KnownRun(run.id(), ItemState.JOINED).why());
  }

  /// The id that the CRM gave, where it is one; else what was asked for.
  private static String idOf(BatchItem item, @Nullable AccountReading reading) {
    var found = reading == null ? null : foundId(reading);
    try {
      return found == null ? item.accountKey() : new AccountReference(found).value();
    } catch (IllegalArgumentException unusable) {
      return item.accountKey();
    }
  }

  private static @Nullable String foundId(AccountReading reading) {
    return switch (reading) {
      case AccountReading.Read(var account, var gathered) ->
          gathered.assessments().account().findings().stream()
              .findFirst()
              .map(AccountFinding::id)
              .orElse(null);
      case AccountReading.Known(var account, var id) -> id;
      case AccountReading.Refused refused -> null;
    };
  }
}
