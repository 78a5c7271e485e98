package dev.onboarding.salesforce.snapshot;

import dev.onboarding.model.AccountReference;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.salesforce.org.Row;
import dev.onboarding.salesforce.org.SalesforceQueries;
import dev.onboarding.salesforce.records.RecordId;
import dev.onboarding.salesforce.records.RecordReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads snapshots, one account or many in one call. Stands in front of the chain, so that single
/// reads which arrive together can one day leave together.
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

  Snapshots(SalesforceQueries queries, RecordReader reader) {
    this.queries = queries;
    this.reader = reader;
  }

  /// @param opportunity an opportunity that is read in the same call, whichever account it is of
  OnboardingSnapshot of(AccountReference reference, @Nullable RecordId opportunity) {
    return read("snapshot", List.of(reference), opportunity).snapshot(reference);
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
    for (int from = 0; from < asked.size(); from += ACCOUNTS_PER_CALL) {
      int to = Math.min(asked.size(), from + ACCOUNTS_PER_CALL);
      readInto(outcomes, asked.subList(from, to));
    }
    return accountIds.stream().map(outcomes::get).map(Objects::requireNonNull).toList();
  }

  /// A part that is too much for Salesforce is read in halves; a failure that hits every call alike
  /// is not multiplied.
  private void readInto(Map<String, SnapshotOutcome> outcomes, List<Asked> part) {
    try {
      RowsOfAccounts rows =
          read("snapshots", part.stream().map(Asked::reference).distinct().toList(), null);
      part.forEach(asked -> outcomes.put(asked.accountId(), outcome(asked, rows)));
    } catch (FailureException failed) {
      if (part.size() > 1 && DUE_TO_SIZE.contains(failed.failure().errorCode())) {
        readInto(outcomes, part.subList(0, part.size() / 2));
        readInto(outcomes, part.subList(part.size() / 2, part.size()));
      } else {
        part.forEach(asked ->
            outcomes.put(
                asked.accountId(), SnapshotOutcome.failed(asked.accountId(), failed.failure())));
      }
    }
  }

  private static SnapshotOutcome outcome(Asked asked, RowsOfAccounts rows) {
    try {
      return SnapshotOutcome.read(asked.accountId(), rows.snapshot(asked.reference()));
    } catch (FailureException unreadable) {
      return SnapshotOutcome.failed(asked.accountId(), unreadable.failure());
    }
  }

  private RowsOfAccounts read(
      String operation, List<AccountReference> references, @Nullable RecordId opportunity) {
    List<String> questions = new ArrayList<>();
    questions.add(reader.accounts(references));
    questions.add(reader.opportunitiesOf(references));
    questions.add(reader.contractsOf(references));
    if (opportunity != null) {
      questions.add(reader.opportunityWithContract(opportunity.value()));
    }
    List<List<Row>> rows = queries.together(operation, questions);
    List<Row> named = opportunity == null ? List.of() : rows.get(NAMED);
    return new RowsOfAccounts(rows.get(0), rows.get(1), rows.get(2), named, reader);
  }

  private static SnapshotOutcome refused(String accountId, IllegalArgumentException invalid) {
    return SnapshotOutcome.failed(
        accountId, Failure.invalid("INVALID_ACCOUNT_ID", String.valueOf(invalid.getMessage())));
  }

  /// An account as the caller named it, and as it is understood.
  private record Asked(String accountId, AccountReference reference) {}
}
