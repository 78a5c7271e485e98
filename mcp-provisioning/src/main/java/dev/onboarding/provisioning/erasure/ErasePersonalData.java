package dev.onboarding.provisioning.erasure;

import dev.onboarding.provisioning.decision.DecidedOrder;
import dev.onboarding.provisioning.decision.SignedDecisions;
import dev.onboarding.provisioning.idempotency.KeyedCall;
import dev.onboarding.provisioning.idempotency.RecordedAnswers;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Erases an account's personal data in one transaction with the answer about it.
final class ErasePersonalData {

  static final String TOOL = "provision_erase_personal_data";

  private final SignedDecisions decisions;
  private final RecordedAnswers answers;
  private final PersonalRows rows;
  private final Clock clock;

  ErasePersonalData(
      SignedDecisions decisions, RecordedAnswers answers, PersonalRows rows, Clock clock) {
    this.decisions = decisions;
    this.answers = answers;
    this.rows = rows;
    this.clock = clock;
  }

  /// @param account 18 characters
  /// @param decision compact JWS of the coordinator, signed for this erasure whatever the verdict
  ErasureRecord erase(String account, String reason, @Nullable String decision, String key) {
    KeyedCall call = KeyedCall.of(TOOL, key, new Arguments(account, reason));
    decisions.spend(decision, DecidedOrder.erasure(account), call);
    return answers.once(call, ErasureRecord.class, () -> erased(account));
  }

  private ErasureRecord erased(String account) {
    Instant now = clock.instant();
    int tenants = rows.tenants(account, now);
    var tasks = rows.tasks(account);
    int links = rows.links(account, now);
    return new ErasureRecord(
        account, tenants, tasks.size(), links, rows.answers(account), tasks, now);
  }

  private record Arguments(String accountId, String reason) {}
}
