package dev.onboarding.coordinator.retention;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import dev.onboarding.model.AccountReference;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionOperations;

/// Takes requests to erase a customer's personal data: stored and scheduled in one transaction.
final class ErasureDesk {

  static final TaskDescriptor<ErasureTicket> TASK =
      TaskDescriptor.of("erase-personal-data", ErasureTicket.class);

  private final Erasures erasures;
  private final AccountRuns runs;
  private final Scheduler scheduler;
  private final TransactionOperations transactions;
  private final Supplier<UUID> ids;
  private final Clock clock;

  ErasureDesk(
      Erasures erasures,
      AccountRuns runs,
      Scheduler scheduler,
      TransactionOperations transactions,
      Supplier<UUID> ids,
      Clock clock) {
    this.erasures = erasures;
    this.runs = runs;
    this.scheduler = scheduler;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
  }

  /// What comes of a request.
  sealed interface Result {

    /// @param repeated whether an erasure of the account was under way already
    record Accepted(Erasure erasure, boolean repeated) implements Result {}

    /// No run knows the account, and a key alone says nothing to other systems.
    record Unknown() implements Result {}

    /// The key has named several accounts.
    record Ambiguous(List<String> accountIds) implements Result {}

    /// A run of the account may still do something.
    record Unfinished(List<AccountRuns.Standing> runs) implements Result {}
  }

  Result request(AccountReference account, String by, String reason) {
    return Objects.requireNonNull(transactions.execute(status -> requested(account, by, reason)));
  }

  Optional<Erasure> find(UUID id) {
    return erasures.find(id);
  }

  int runs(UUID id) {
    return erasures.runs(id);
  }

  private Result requested(AccountReference account, String by, String reason) {
    runs.lock(account.value());
    var found = runs.ids(account);
    if (found.size() > 1) {
      return new Result.Ambiguous(found);
    }
    var name = found.isEmpty() ? account.value() : found.getFirst();
    if (!account.isSalesforceId() && !runs.knows(name)) {
      return new Result.Unknown();
    }
    var now = clock.instant();
    var unfinished = runs.unfinished(name, now);
    if (!unfinished.isEmpty()) {
      return new Result.Unfinished(unfinished);
    }
    var erasure =
        new Erasure(
            ids.get(), name, found.isEmpty() ? null : name, by, reason, now, 0, null, null, null);
    if (!erasures.add(erasure)) {
      return new Result.Accepted(erasures.underWay(name), true);
    }
    scheduler.schedule(
        TASK.instance(erasure.id().toString()).data(new ErasureTicket(erasure.id())).build(), now);
    return new Result.Accepted(erasure, false);
  }

  /// What the scheduler keeps about an erasure: only which it is.
  record ErasureTicket(UUID erasure) {}
}
