package dev.onboarding.coordinator.batch;

import dev.onboarding.agentkit.NeededTool;
import dev.onboarding.agentkit.NeededTools;
import dev.onboarding.agentkit.ToolServers;
import dev.onboarding.coordinator.batch.BatchQueue.Ticket;
import dev.onboarding.model.AccountReference;
import dev.onboarding.model.CallContext;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds the accounts of a batch by their deals, page by page, and sets its chunks off when all are
/// found. Each page is kept with the place where the next begins.
final class FindWonDeals {

  private static final Logger LOG = LoggerFactory.getLogger(FindWonDeals.class);

  static final NeededTools NEEDED =
      NeededTools.of(
          NeededTool.of("salesforce", "salesforce_find_closed_won", Question.class, Page.class));

  private final BatchStores stores;
  private final ToolServers servers;
  private final BatchQueue queue;
  private final BatchSettings settings;
  private final Clock clock;

  FindWonDeals(
      BatchStores stores,
      ToolServers servers,
      BatchQueue queue,
      BatchSettings settings,
      Clock clock) {
    this.stores = stores;
    this.servers = servers;
    this.queue = queue;
    this.settings = settings;
    this.clock = clock;
  }

  /// @return when to go on, because the CRM is out; empty when all is found or given up
  Optional<Instant> find(Ticket ticket) {
    return stores
        .inTransaction(() -> stores.batches().search(ticket.batchId()))
        .flatMap(this::search);
  }

  private Optional<Instant> search(Batch batch) {
    var cursor = batch.cursor();
    try {
      do {
        var page = page(batch, cursor);
        cursor = page.nextCursor();
        if (!keep(batch, page)) {
          return Optional.empty();
        }
      } while (cursor != null);
      return Optional.empty();
    } catch (FailureException failed) {
      return later(batch, failed.failure());
    }
  }

  private Page page(Batch batch, @Nullable String cursor) {
    var question = new Question(Objects.requireNonNull(batch.wonSince()), cursor);
    return new CallContext(null, "batch/%s/find".formatted(batch.id()), null, null)
        .get(() ->
            servers.call("salesforce", "salesforce_find_closed_won", question, Page.class).value());
  }

  /// @return false when another execution goes on with the search
  private boolean keep(Batch batch, Page page) {
    return stores.inTransaction(() -> {
      if (!stores.batches().holds(batch)) {
        return false;
      }
      add(batch, page);
      var next = page.nextCursor();
      if (next == null) {
        allFound(batch);
      } else {
        stores.batches().foundUntil(batch.id(), next);
      }
      return true;
    });
  }

  private void add(Batch batch, Page page) {
    var latest = page.latestByAccount();
    Set<String> done = stores.known().withRun(latest.keySet(), batch.mode());
    var added = new ArrayList<BatchItem>();
    int number = stores.items().count(batch.id());
    for (var won : latest.entrySet()) {
      var account = won.getKey();
      var day = won.getValue().orElse(null);
      if (!done.contains(account) && !stores.items().wonAgain(batch.id(), account, day)) {
        added.add(new BatchItem(++number, account, null, day, ItemState.WAITING, null, null, null));
      }
    }
    stores.items().add(batch.id(), added, null);
  }

  private void allFound(Batch batch) {
    int most = Objects.requireNonNullElse(batch.most(), settings.maxAccounts());
    int all = stores.items().count(batch.id());
    int found = stores.items().rank(batch.id(), most, settings.chunkSize());
    stores.batches().leftOut(batch.id(), all - found);
    stores.batches().move(batch.id(), BatchState.GATHERING, null);
    for (int chunk = 0; chunk * settings.chunkSize() < found; chunk++) {
      stores.chunks().add(batch.id(), chunk);
      queue.gather(batch.id(), chunk);
    }
    stores.batches().gatheredIfComplete(batch.id());
    LOG.info("Batch {} has found {} accounts", batch.id(), found);
  }

  private Optional<Instant> later(Batch batch, Failure failure) {
    boolean again = failure.errorType().passesByItself() && batch.tries() < settings.tries();
    LOG.warn("The deals of batch {} could not be read: {}", batch.id(), failure.message());
    stores
        .transactions()
        .executeWithoutResult(_ -> {
          if (stores.batches().holds(batch)) {
            stores
                .batches()
                .move(batch.id(), again ? BatchState.FINDING : BatchState.FAILED, failure);
          }
        });
    return again
        ? Optional.of(clock.instant().plus(settings.delayAfter(batch.tries())))
        : Optional.empty();
  }

  private record Question(LocalDate since, @Nullable String cursor) {}

  /// The coordinator's own, tolerant reading of a page of deals.
  private record Page(@Nullable List<Deal> opportunities, @Nullable String nextCursor) {

    /// An account that can be asked about, under the day of its latest deal.
    Map<String, Optional<LocalDate>> latestByAccount() {
      var latest = new HashMap<String, Optional<LocalDate>>();
      for (var deal : opportunities == null ? List.<Deal>of() : opportunities) {
        account(deal)
            .ifPresent(account ->
                latest.merge(
                    account,
                    Optional.ofNullable(deal.closeDate()),
                    (one, other) -> later(one, other)));
      }
      return latest;
    }

    private static Optional<LocalDate> later(Optional<LocalDate> one, Optional<LocalDate> other) {
      return one.isEmpty() || (other.isPresent() && other.get().isAfter(one.get())) ? other : one;
    }

    private static Optional<String> account(Deal deal) {
      try {
        return Optional.ofNullable(deal.accountId()).map(id -> new AccountReference(id).value());
      } catch (IllegalArgumentException none) {
        return Optional.empty();
      }
    }
  }

  private record Deal(@Nullable String accountId, @Nullable LocalDate closeDate) {}
}
