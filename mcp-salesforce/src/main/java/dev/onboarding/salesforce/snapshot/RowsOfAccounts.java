package dev.onboarding.salesforce.snapshot;

import dev.onboarding.model.AccountReference;
import dev.onboarding.salesforce.org.Row;
import dev.onboarding.salesforce.records.ContractRecord;
import dev.onboarding.salesforce.records.MatchedAccount;
import dev.onboarding.salesforce.records.OpportunityRecord;
import dev.onboarding.salesforce.records.RecordId;
import dev.onboarding.salesforce.records.RecordReader;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The rows that one call brought, for one account or many, and the snapshot each account gets of
/// them.
///
/// @param named the opportunities that were asked for by their ids; empty when none was
record RowsOfAccounts(
    List<Row> accounts,
    List<Row> opportunities,
    List<Row> contracts,
    List<Row> named,
    RecordReader reader) {

  private static final Comparator<OpportunityRecord> LATEST_FIRST =
      Comparator.comparing(
              OpportunityRecord::closeDate, Comparator.nullsLast(Comparator.reverseOrder()))
          .thenComparing(OpportunityRecord::id, Comparator.nullsLast(Comparator.naturalOrder()));

  /// With the named opportunity of one account, and not those of the others.
  OnboardingSnapshot snapshot(AccountReference reference, @Nullable RecordId opportunity) {
    List<Row> own =
        named.stream()
            .filter(row -> opportunity != null && opportunity.isThatOf(row.text("Id")))
            .toList();
    return new RowsOfAccounts(accounts, opportunities, contracts, own, reader).snapshot(reference);
  }

  private OnboardingSnapshot snapshot(AccountReference reference) {
    MatchedAccount matched =
        MatchedAccount.among(
            accounts.stream().filter(row -> reader.isMeant(row, reference)).toList());
    Row account = matched.account();
    if (account == null) {
      return new OnboardingSnapshot(
          reference.value(), matched.matching(), null, null, List.of(), null, List.of());
    }
    String id = account.text("Id");
    return new OnboardingSnapshot(
        reference.value(),
        1,
        reader.asAccount(account),
        reader.ownerOf(account),
        opportunitiesOf(id),
        named.stream().findFirst().map(reader::asOpportunity).orElse(null),
        contractsOf(id));
  }

  private List<OpportunityRecord> opportunitiesOf(@Nullable String account) {
    return rowsOf(account, opportunities)
        .map(reader::asOpportunity)
        .filter(deal -> !deal.isDeleted())
        .sorted(LATEST_FIRST)
        .toList();
  }

  private List<ContractRecord> contractsOf(@Nullable String account) {
    Stream<ContractRecord> own = rowsOf(account, contracts).map(reader::asContract);
    Stream<ContractRecord> named =
        Stream.concat(rowsOf(account, opportunities), this.named.stream())
            .filter(deal -> !deal.flag("IsDeleted"))
            .map(reader::contractNamedBy)
            .filter(Objects::nonNull);
    Map<String, ContractRecord> byId = new LinkedHashMap<>();
    Stream.concat(own, named)
        .filter(contract -> !contract.isDeleted())
        .forEach(contract -> byId.putIfAbsent(String.valueOf(contract.id()), contract));
    return List.copyOf(byId.values());
  }

  private static Stream<Row> rowsOf(@Nullable String account, List<Row> rows) {
    return rows.stream().filter(row -> Objects.equals(row.text("AccountId"), account));
  }
}
