package dev.onboarding.salesforce.snapshot;

import dev.onboarding.connector.Gathering;
import dev.onboarding.connector.Gathering.Outcome;
import dev.onboarding.model.AccountReference;
import dev.onboarding.model.CallTally;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.salesforce.org.Row;
import dev.onboarding.salesforce.org.SalesforceQueries;
import dev.onboarding.salesforce.records.RecordId;
import dev.onboarding.salesforce.records.RecordReader;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads snapshots, one account or many in one call. Stands in front of the chain: single reads
/// that arrive together leave together.
class Snapshots {

  /// Three queries with this many of the longest keys stay below the 16 KB that Salesforce takes as
  /// an address.
  private static final int ACCOUNTS_PER_CALL = 100;

  private static final int NAMED = 3;

  /// What a smaller question may not suffer from.
  private static final Set<String> DUE_TO_SIZE =
      Set.of(
          "TOO_MANY_ROWS",
          "QUERY_TIMEOUT",
          "QUERY_TOO_COMPLICATED",
          "ANSWER_TOO_LARGE",
          "HTTP_414",
          "HTTP_431");

  private final SalesforceQueries queries;
  private final RecordReader reader;
  private final Gathering<Wanted, OnboardingSnapshot> gathering;

  Snapshots(SalesforceQueries queries, RecordReader reader, Clock clock) {
    this.queries = queries;
    this.reader = reader;
    this.gathering = new Gathering<>(this::read, ACCOUNTS_PER_CALL, clock);
  }

  /// @param opportunity an opportunity that is read in the same call, whichever account it is of
  OnboardingSnapshot of(AccountReference reference, @Nullable RecordId opportunity) {
    reader.checkCanFind(reference);
    return gathering.read(new Wanted(reference, opportunity));
  }

  /// An outcome for every text, in the order given; what fails for one fails for that one alone.
  List<SnapshotOutcome> ofEach(List<String> accountIds) {
    Map<String, SnapshotOutcome> outcomes = new HashMap<>();
    List<Asked> asked = new ArrayList<>();
    for (String accountId : accountIds.stream().distinct().toList()) {
      try {
        var reference = new AccountReference(accountId);
        reader.checkCanFind(reference);
        asked.add(new Asked(accountId, reference));
      } catch (IllegalArgumentException invalid) {
        outcomes.put(accountId, refused(accountId, invalid));
      } catch (FailureException unknown) {
        outcomes.put(accountId, SnapshotOutcome.failed(accountId, unknown.failure()));
      }
    }
    List<Wanted> wanted =
        asked.stream().map(Asked::reference).distinct().map(Wanted::alone).toList();
    Map<AccountReference, Outcome<OnboardingSnapshot>> read = new HashMap<>();
    for (int from = 0; from < wanted.size(); from += ACCOUNTS_PER_CALL) {
      List<Wanted> part = wanted.subList(from, Math.min(wanted.size(), from + ACCOUNTS_PER_CALL));
      CallTally.current().batched(part.size());
      List<Outcome<OnboardingSnapshot>> found = read(part);
      for (int i = 0; i < part.size(); i++) {
        read.put(part.get(i).reference(), found.get(i));
      }
    }
    asked.forEach(
        each -> outcomes.put(each.accountId(), outcome(each, read.get(each.reference()))));
    return accountIds.stream().map(outcomes::get).map(Objects::requireNonNull).toList();
  }

  /// A part that is too much for Salesforce is read in halves; a failure that hits every call alike
  /// is not multiplied.
  private List<Outcome<OnboardingSnapshot>> read(List<Wanted> part) {
    try {
      RowsOfAccounts rows = rows(part);
      return part.stream().map(wanted -> outcome(wanted, rows)).toList();
    } catch (FailureException failed) {
      if (part.size() > 1 && DUE_TO_SIZE.contains(failed.failure().errorCode())) {
        List<Outcome<OnboardingSnapshot>> halves =
            new ArrayList<>(read(part.subList(0, part.size() / 2)));
        halves.addAll(read(part.subList(part.size() / 2, part.size())));
        return halves;
      }
      return part.stream().map(_ -> Outcome.<OnboardingSnapshot>failed(failed)).toList();
    }
  }

  private static Outcome<OnboardingSnapshot> outcome(Wanted wanted, RowsOfAccounts rows) {
    try {
      return Outcome.of(rows.snapshot(wanted.reference(), wanted.opportunity()));
    } catch (FailureException unreadable) {
      return Outcome.failed(unreadable);
    }
  }

  private static SnapshotOutcome outcome(
      Asked asked, @Nullable Outcome<OnboardingSnapshot> outcome) {
    Outcome<OnboardingSnapshot> found = Objects.requireNonNull(outcome);
    FailureException failure = found.failure();
    return failure == null
        ? SnapshotOutcome.read(asked.accountId(), Objects.requireNonNull(found.value()))
        : SnapshotOutcome.failed(asked.accountId(), failure.failure());
  }

  private RowsOfAccounts rows(List<Wanted> part) {
    List<AccountReference> references = part.stream().map(Wanted::reference).distinct().toList();
    List<String> opportunities =
        part.stream()
            .map(Wanted::opportunity)
            .flatMap(Stream::ofNullable)
            .map(RecordId::value)
            .distinct()
            .toList();
    List<String> questions = new ArrayList<>();
    questions.add(reader.accounts(references));
    questions.add(reader.opportunitiesOf(references));
    questions.add(reader.contractsOf(references));
    if (!opportunities.isEmpty()) {
      questions.add(reader.opportunitiesWithContract(opportunities));
    }
    List<List<Row>> rows = queries.together(part.size() == 1 ? "snapshot" : "snapshots", questions);
    List<Row> named = opportunities.isEmpty() ? List.of() : rows.get(NAMED);
    return new RowsOfAccounts(rows.get(0), rows.get(1), rows.get(2), named, reader);
  }

  private static SnapshotOutcome refused(String accountId, IllegalArgumentException invalid) {
    return SnapshotOutcome.failed(
        accountId, Failure.invalid("INVALID_ACCOUNT_ID", String.valueOf(invalid.getMessage())));
  }

  /// An account as the caller named it, and as it is understood.
  private record Asked(String accountId, AccountReference reference) {}

  /// What a snapshot is wanted of.
  private record Wanted(AccountReference reference, @Nullable RecordId opportunity) {

    static Wanted alone(AccountReference reference) {
      return new Wanted(reference, null);
    }
  }
}
