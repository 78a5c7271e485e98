package dev.onboarding.salesforce.lookup;

import dev.onboarding.model.AccountReference;
import dev.onboarding.salesforce.org.Row;
import dev.onboarding.salesforce.org.SalesforceQueries;
import dev.onboarding.salesforce.records.MatchedAccount;
import dev.onboarding.salesforce.records.RecordId;
import dev.onboarding.salesforce.records.RecordReader;
import java.util.List;
import java.util.Optional;

/// The records of the CRM, one by one; a deleted one is found and says so.
class CrmRecords {

  private final SalesforceQueries queries;
  private final RecordReader reader;

  CrmRecords(SalesforceQueries queries, RecordReader reader) {
    this.queries = queries;
    this.reader = reader;
  }

  AccountLookup account(AccountReference reference) {
    MatchedAccount matched =
        MatchedAccount.among(queries.all("account", reader.accounts(List.of(reference))));
    Row account = matched.account();
    return new AccountLookup(
        account != null, matched.matching(), account == null ? null : reader.asAccount(account));
  }

  OpportunityLookup opportunity(RecordId id) {
    return OpportunityLookup.of(
        first("opportunity", reader.opportunity(id.value()))
            .map(reader::asOpportunity)
            .orElse(null));
  }

  UserLookup user(RecordId id) {
    return UserLookup.of(first("user", reader.user(id.value())).map(reader::asUser).orElse(null));
  }

  ContractLookup contract(RecordId id) {
    return ContractLookup.of(
        first("contract", reader.contract(id.value())).map(reader::asContract).orElse(null));
  }

  private Optional<Row> first(String operation, String soql) {
    return queries.all(operation, soql).stream().findFirst();
  }
}
