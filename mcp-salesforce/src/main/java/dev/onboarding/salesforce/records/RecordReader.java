package dev.onboarding.salesforce.records;

import dev.onboarding.model.AccountReference;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.salesforce.org.Row;
import dev.onboarding.salesforce.org.Soql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Writes the queries for the records of this server and reads their rows: the one place where the
/// org's field names are known.
public final class RecordReader {

  private static final String OWNER = "Owner";
  private static final String CONTRACT = "Contract";

  private final FieldProperties fields;

  RecordReader(FieldProperties fields) {
    this.fields = fields;
  }

  /// Accounts with their owners.
  public String accounts(Collection<AccountReference> references) {
    Stream<String> owner = fields.ofUser().stream().map(field -> OWNER + "." + field);
    return select(Stream.concat(fields.ofAccount().stream(), owner), "Account")
        + accountIs("Id", "", references);
  }

  /// The opportunities of accounts, each with the contract it names.
  public String opportunitiesOf(Collection<AccountReference> references) {
    Stream<String> contract = fields.ofContract().stream().map(field -> CONTRACT + "." + field);
    return select(Stream.concat(fields.ofOpportunity().stream(), contract), "Opportunity")
        + accountIs("AccountId", "Account.", references);
  }

  public String contractsOf(Collection<AccountReference> references) {
    return select(fields.ofContract().stream(), "Contract")
        + accountIs("AccountId", "Account.", references);
  }

  /// Opportunities, whichever accounts they belong to, each with the contract it names.
  public String opportunitiesWithContract(Collection<String> ids) {
    Stream<String> contract = fields.ofContract().stream().map(field -> CONTRACT + "." + field);
    return select(Stream.concat(fields.ofOpportunity().stream(), contract), "Opportunity")
        + Soql.oneOf("Id", ids);
  }

  public String opportunity(String id) {
    return select(fields.ofOpportunity().stream(), "Opportunity") + Soql.oneOf("Id", List.of(id));
  }

  public String contract(String id) {
    return select(fields.ofContract().stream(), "Contract") + Soql.oneOf("Id", List.of(id));
  }

  public String user(String id) {
    return select(fields.ofUser().stream(), "User") + Soql.oneOf("Id", List.of(id));
  }

  /// @param condition SOQL after WHERE
  public String opportunitiesWhere(String condition) {
    return select(fields.ofOpportunity().stream(), "Opportunity") + condition;
  }

  public AccountRecord asAccount(Row row) {
    return AccountRecord.of(row, fields);
  }

  public @Nullable UserRecord ownerOf(Row account) {
    Row owner = account.parent(OWNER);
    return owner == null ? null : UserRecord.of(owner);
  }

  public UserRecord asUser(Row row) {
    return UserRecord.of(row);
  }

  public OpportunityRecord asOpportunity(Row row) {
    return OpportunityRecord.of(row, fields);
  }

  public ContractRecord asContract(Row row) {
    return ContractRecord.of(row, fields);
  }

  /// The contract that an opportunity names, whichever account it belongs to.
  public @Nullable ContractRecord contractNamedBy(Row opportunity) {
    Row contract = opportunity.parent(CONTRACT);
    return contract == null ? null : asContract(contract);
  }

  /// Whether the row is an account that the reference means; the CRM ignores the case of keys.
  public boolean isMeant(Row account, AccountReference reference) {
    String field = reference.isSalesforceId() ? "Id" : fields.custom().externalKey();
    String value = account.text(field);
    return reference.isSalesforceId()
        ? reference.value().equals(value)
        : reference.value().equalsIgnoreCase(value);
  }

  /// @throws FailureException when the org has no field for external keys
  public void checkCanFind(AccountReference reference) {
    if (!reference.isSalesforceId() && fields.custom().externalKey().isEmpty()) {
      throw new FailureException(
          Failure.invalid(
              "NO_EXTERNAL_KEY_FIELD",
              "'%s' is an external key and no field of the org is configured for those: give the"
                      .formatted(reference)
                  + " Salesforce id, or set salesforce.fields.custom.external-key."));
    }
  }

  private String accountIs(String idField, String path, Collection<AccountReference> references) {
    List<String> ids = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    for (AccountReference reference : references) {
      checkCanFind(reference);
      (reference.isSalesforceId() ? ids : keys).add(reference.value());
    }
    String keyField = path + fields.custom().externalKey();
    if (ids.isEmpty()) {
      return Soql.oneOf(keyField, keys);
    }
    String byId = Soql.oneOf(idField, ids);
    return keys.isEmpty() ? byId : "(" + byId + " OR " + Soql.oneOf(keyField, keys) + ")";
  }

  private static String select(Stream<String> fields, String object) {
    return "SELECT " + String.join(",", fields.toList()) + " FROM " + object + " WHERE ";
  }
}
