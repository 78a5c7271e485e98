package dev.onboarding.coordinator.batch;

import dev.onboarding.coordinator.batch.BatchChunks.Reading;
import dev.onboarding.coordinator.batch.BatchQueue.Ticket;
import dev.onboarding.coordinator.batch.KnownAccounts.KnownRun;
import dev.onboarding.coordinator.pipeline.AccountReading;
import dev.onboarding.coordinator.pipeline.ReadMany;
import dev.onboarding.coordinator.run.StoreFailures;
import dev.onboarding.model.CallContext;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.model.finding.Assessment;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads one chunk of a batch and opens its runs: the intent in one transaction, the calls with
/// none open, the outcome with every run in another. Killed anywhere, it is simply done again.
final class GatherChunk {

  private static final Logger LOG = LoggerFactory.getLogger(GatherChunk.class);

  /// One account in ten may suffer from a passing failure before all are read again.
  private static final int TOLERATED = 10;

  private static final Failure DEFECT =
      new Failure(
          ErrorType.SERVER_ERROR,
          "INTERNAL_DEFECT",
          null,
          "The accounts could not be read together because of a defect of this system; its log has the details.",
          "Repair the defect, then ask for the account again.",
          "Support Team");

  private final BatchStores stores;
  private final ReadMany reader;
  private final OpenRuns runs;
  private final BatchSettings settings;
  private final BatchMeters meters;
  private final Clock clock;

  GatherChunk(
      BatchStores stores,
      ReadMany reader,
      OpenRuns runs,
      BatchSettings settings,
      BatchMeters meters,
      Clock clock) {
    this.stores = stores;
    this.reader = reader;
    this.runs = runs;
    this.settings = settings;
    this.meters = meters;
    this.clock = clock;
  }

  /// @return when to do it again, because a system is out; empty when it is done
  Optional<Instant> gather(Ticket ticket) {
    return stores
        .inTransaction(() -> stores.chunks().intend(ticket.batchId(), ticket.chunk()))
        .flatMap(this::read);
  }

  private Optional<Instant> read(Reading reading) {
    var batch = stores.batches().find(reading.batch()).orElseThrow();
    var items = stores.items().waiting(batch.id(), reading.number());
    try {
      return read(reading, batch, items);
    } catch (RuntimeException defect) {
      if (Thread.currentThread().isInterrupted() || StoreFailures.passByThemselves(defect)) {
        throw defect;
      }
      // It would come again for ever: the accounts of this chunk fail, visibly, and no other.
      LOG.error("Chunk {} of batch {} met a defect", reading.number(), batch.id(), defect);
      boolean _ = stores.inTransaction(() -> runs.fail(batch, reading, items, DEFECT));
      return Optional.empty();
    }
  }

  private Optional<Instant> read(Reading reading, Batch batch, List<BatchItem> items) {
    var begun = clock.instant();
    var read = called(reading, items);
    var outage = outage(read.readings()).filter(failure -> isPatient(reading, failure));
    if (outage.isPresent()) {
      return Optional.of(again(reading, outage.get()));
    }
    boolean taken = stores.inTransaction(() -> runs.open(batch, reading, items, read));
    if (taken) {
      meters.gathered(begun, clock.instant());
    }
    return Optional.empty();
  }

  private ChunkRead called(Reading reading, List<BatchItem> items) {
    var accounts = items.stream().map(BatchItem::accountKey).toList();
    var known = new HashMap<>(stores.known().among(accounts));
    var asked = accounts.stream().filter(account -> !known.containsKey(account)).toList();
    return new ChunkRead(asked.isEmpty() ? List.of() : read(reading, asked, known), known);
  }

  /// @param known gets what turns out to be known once the CRM has said which account a key names
  private List<AccountReading> read(
      Reading reading, List<String> asked, Map<String, KnownRun> known) {
    var correlation = "batch/%s/%d".formatted(reading.batch(), reading.number());
    Function<Set<String>, Set<String>> settled =
        ids -> {
          var found = stores.known().among(ids);
          known.putAll(found);
          return found.keySet();
        };
    try {
      return new CallContext(null, correlation, null, null)
          .get(() -> reader.of(asked, settled, clock.instant()));
    } catch (FailureException failed) {
      return asked.stream().map(account -> failed(account, failed.failure())).toList();
    }
  }

  private static AccountReading failed(String account, Failure failure) {
    return new AccountReading.Refused(account, failure);
  }

  private boolean isPatient(Reading reading, Failure failure) {
    return failure.errorType().passesByItself() && reading.tries() < settings.tries();
  }

  private Instant again(Reading reading, Failure failure) {
    LOG.warn(
        "Chunk {} of batch {} is read again later: {}",
        reading.number(),
        reading.batch(),
        failure.message());
    stores.transactions().executeWithoutResult(_ -> stores.chunks().failed(reading, failure));
    meters.postponed();
    return clock.instant().plus(settings.delayAfter(reading.tries()));
  }

  /// A passing failure that hits more than a few of the accounts; a few go on as they are, because
  /// their own runs look again.
  private static Optional<Failure> outage(List<AccountReading> read) {
    var hit = read.stream().flatMap(each -> passing(each).stream().limit(1)).toList();
    return hit.size() * TOLERATED > read.size() ? hit.stream().findFirst() : Optional.empty();
  }

  private static List<Failure> passing(AccountReading reading) {
    return switch (reading) {
      case AccountReading.Read(var account, var gathered) -> {
        var domains = gathered.assessments();
        yield Stream.of(domains.account(), domains.contract(), domains.invoice())
            .map(Assessment::failure)
            .filter(Objects::nonNull)
            .filter(failure -> failure.errorType().passesByItself())
            .collect(Collectors.toList());
      }
      case AccountReading.Refused(var account, var failure) ->
          failure.errorType().passesByItself() ? List.of(failure) : List.of();
      case AccountReading.Known known -> List.of();
    };
  }

  /// What was read of a chunk, and what runs said already.
  ///
  /// @param known by the id or key of an account that nobody was asked about for that reason
  record ChunkRead(List<AccountReading> readings, Map<String, KnownRun> known) {}
}
