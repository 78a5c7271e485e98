package dev.onboarding.coordinator.retention;

import dev.onboarding.agentkit.NeededTool;
import dev.onboarding.agentkit.NeededTools;
import dev.onboarding.agentkit.ToolServers;
import dev.onboarding.coordinator.pipeline.ErasureOrders;
import dev.onboarding.model.CallContext;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/// Erases part by part: the provisioning server's, the reminders, each run, the files, the audit
/// trail's keys. A part that is done is not asked for again, and doing one twice is harmless.
final class ErasePersonalData {

  private static final Logger LOG = LoggerFactory.getLogger(ErasePersonalData.class);
  private static final String SERVER = "provisioning";
  private static final String TOOL = "provision_erase_personal_data";
  private static final int CHUNK = 100;

  private final Erasures erasures;
  private final AccountRuns runs;
  private final Places places;
  private final Provisioner provisioner;
  private final TransactionOperations transactions;
  private final Clock clock;

  ErasePersonalData(
      Erasures erasures,
      AccountRuns runs,
      Places places,
      Provisioner provisioner,
      TransactionOperations transactions,
      Clock clock) {
    this.erasures = erasures;
    this.runs = runs;
    this.places = places;
    this.provisioner = provisioner;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// @throws FailureException when something is left; the same again goes on with it
  void erase(UUID id) {
    transactions.executeWithoutResult(status -> erasures.tried(id));
    var erasure = erasures.find(id).filter(each -> !each.isDone());
    if (erasure.isEmpty()) {
      return;
    }
    try {
      new CallContext(null, "erasure-" + id, null, null).run(() -> erase(erasure.get()));
    } catch (FailureException failed) {
      transactions.executeWithoutResult(status -> erasures.failed(id, failed.failure()));
      throw failed;
    }
  }

  private void erase(Erasure erasure) {
    var account = erasure.accountId() == null ? erasure.account() : erasure.accountId();
    refuseUnfinished(erasure, account);
    elsewhere(erasure);
    eraseRuns(erasure, account);
    places.files().sweep();
    places.keys().destroy(erasure, runs.names(account));
    transactions.executeWithoutResult(status -> erasures.completed(erasure.id(), clock.instant()));
    LOG.info(
        "Erasure {}: {} runs are without personal data", erasure.id(), erasures.runs(erasure.id()));
  }

  /// One may have been opened while the erasure was asked for.
  private void refuseUnfinished(Erasure erasure, String account) {
    var unfinished = runs.unfinished(account, erasure.requestedAt());
    if (!unfinished.isEmpty()) {
      throw new FailureException(
          new Failure(
              ErrorType.VALIDATION,
              "RUN_NOT_ENDED",
              null,
              "Run %s of the account has not ended.".formatted(unfinished.getFirst().run()),
              "Let it end, or cancel it; the erasure then goes on by itself.",
              "Operations"));
    }
  }

  private void elsewhere(Erasure erasure) {
    var done = erasure.provisioning();
    if (done == null && erasure.accountId() != null) {
      var answer = provisioner.erase(erasure.accountId(), erasure);
      transactions.executeWithoutResult(status -> erasures.erasedElsewhere(erasure.id(), answer));
      done = answer;
    }
    if (done != null) {
      var tasks = done.taskIds();
      transactions.executeWithoutResult(status -> places.rows().eraseReminders(tasks));
    }
  }

  private void eraseRuns(Erasure erasure, String account) {
    for (var some = runs.unerased(account, CHUNK);
        !some.isEmpty();
        some = runs.unerased(account, CHUNK)) {
      for (var run : some) {
        var erased = new Erased(erasure.id(), clock.instant(), erasure.by(), erasure.reason());
        transactions.executeWithoutResult(status -> places.rows().erase(run, erased));
      }
    }
  }

  /// Where personal data of ours is: rows, files, and keys of the audit trail.
  record Places(PersonalRows rows, RunFiles files, AuditKeys keys) {}

  /// The provisioning server, which has personal data of its own.
  record Provisioner(ToolServers servers, ErasureOrders orders, Clock clock) {

    static final NeededTools NEEDED =
        NeededTools.of(NeededTool.of(SERVER, TOOL, Order.class, ErasedElsewhere.class));

    ErasedElsewhere erase(String accountId, Erasure erasure) {
      var order =
          new Order(
              accountId,
              erasure.reason(),
              orders.sign(accountId, erasure.id(), clock.instant()),
              "erasure/" + erasure.id());
      return servers.call(SERVER, TOOL, order, ErasedElsewhere.class).value();
    }

    private record Order(String accountId, String reason, String decision, String idempotencyKey) {}
  }
}
