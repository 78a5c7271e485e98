package dev.onboarding.coordinator.pipeline;

import dev.onboarding.agentkit.NeededTool;
import dev.onboarding.agentkit.NeededTools;
import dev.onboarding.agentkit.ToolServers;
import dev.onboarding.coordinator.establish.CrmSnapshot;
import dev.onboarding.model.AccountContext;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads and establishes many accounts as one run does its own: the CRM first, in one call for all,
/// then contract and finance at the same time, in one call each for those that are still open.
public final class ReadMany {

  static final NeededTools NEEDED =
      NeededTools.of(
          NeededTool.of(
              "salesforce",
              "salesforce_get_onboarding_snapshots",
              Question.class,
              Snapshots.class));

  private final ToolServers servers;
  private final Specialists specialists;
  private final ZoneId companyZone;

  ReadMany(ToolServers servers, Specialists specialists, ZoneId companyZone) {
    this.servers = servers;
    this.specialists = specialists;
    this.companyZone = companyZone;
  }

  /// An outcome for every account, in their order.
  ///
  /// @param accounts at most 200 ids or keys, each once
  /// @param known which of these Salesforce ids have an outcome that is known otherwise
  /// @throws FailureException when the CRM could not be read at all
  public List<AccountReading> of(
      List<String> accounts, Function<Set<String>, Set<String>> known, Instant now) {
    var answer =
        servers.call(
            "salesforce",
            "salesforce_get_onboarding_snapshots",
            new Question(accounts),
            Snapshots.class);
    var snapshots = answer.value().byAccount();
    var settled = known.apply(ids(snapshots.values()));
    var begun = new LinkedHashMap<String, CrmReading>();
    var readings = new LinkedHashMap<String, AccountReading>();
    for (var account : accounts) {
      var outcome = snapshots.getOrDefault(account, Outcome.leftOut(account));
      var id = outcome.id();
      if (outcome.snapshot() == null) {
        readings.put(account, failed(account, outcome.failureOrSilence(), now));
      } else if (id != null && settled.contains(id)) {
        readings.put(account, new AccountReading.Known(account, id));
      } else {
        var crm = CrmReading.of(outcome.snapshot(), answer, account, null, now, companyZone);
        begun.put(account, crm.unlessLost());
      }
    }
    readings.putAll(finished(begun));
    return accounts.stream().map(readings::get).map(Objects::requireNonNull).toList();
  }

  private Map<String, AccountReading> finished(Map<String, CrmReading> begun) {
    // Two keys may name the same account, which is then asked about once.
    var open = new LinkedHashMap<String, AccountContext>();
    for (var crm : begun.values()) {
      var context = crm.open();
      if (context != null) {
        open.putIfAbsent(context.accountId(), context);
      }
    }
    Map<String, Specialists.Assessed> assessed =
        open.isEmpty() ? Map.of() : specialists.assess(List.copyOf(open.values()));
    var finished = new LinkedHashMap<String, AccountReading>();
    begun.forEach((account, crm) ->
        finished.put(account, new AccountReading.Read(account, gathered(crm, assessed))));
    return finished;
  }

  private static Gathered gathered(CrmReading crm, Map<String, Specialists.Assessed> assessed) {
    var context = crm.open();
    return context == null
        ? crm.alone()
        : crm.with(Objects.requireNonNull(assessed.get(context.accountId())));
  }

  private AccountReading failed(String account, Failure failure, Instant now) {
    return failure.errorType() == ErrorType.VALIDATION
        ? new AccountReading.Refused(account, failure)
        : new AccountReading.Read(account, CrmReading.failed(failure, now, companyZone).alone());
  }

  private static Set<String> ids(Collection<Outcome> outcomes) {
    return outcomes.stream()
        .map(Outcome::id)
        .flatMap(Stream::ofNullable)
        .collect(Collectors.toSet());
  }

  private record Question(List<String> accountIds) {}

  /// The coordinator's own, tolerant reading of the list of snapshots.
  private record Snapshots(List<Outcome> outcomes) {

    Map<String, Outcome> byAccount() {
      return outcomes.stream()
          .collect(Collectors.toMap(Outcome::accountId, Function.identity(), (one, same) -> one));
    }
  }

  private record Outcome(
      String accountId, @Nullable CrmSnapshot snapshot, @Nullable Failure failure) {

    static Outcome leftOut(String account) {
      return new Outcome(account, null, null);
    }

    @Nullable String id() {
      var account = snapshot == null ? null : snapshot.account();
      return account == null ? null : account.id();
    }

    Failure failureOrSilence() {
      return failure != null
          ? failure
          : Failure.of(
              ErrorType.SERVER_ERROR,
              "UNREADABLE_ANSWER",
              null,
              "The list of snapshots leaves account %s out.".formatted(accountId));
    }
  }
}
