package dev.onboarding.netsuite.invoice;

import dev.onboarding.model.Money;
import dev.onboarding.netsuite.suiteql.Literal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// By which fields of this NetSuite account the CRM's records are recognised, and which currency
/// its exchange rates lead to. A body field that the account does not have is given as empty and
/// never asked for.
///
/// @param customerField the field of a customer by which an account is found
/// @param value what that field holds
/// @param opportunityField the body field of a transaction that names the deal
/// @param contractField the body field of a transaction that names the contract
/// @param accountField the body field of a transaction that names the account
/// @param baseCurrency ISO 4217 code of the currency that the books are kept in; empty where the
///   subsidiaries keep theirs in several, and no rate is stated then
@ConfigurationProperties(prefix = "netsuite.identity", ignoreUnknownFields = false)
record InvoiceIdentity(
    @DefaultValue("externalid") String customerField,
    @DefaultValue("external-key") Value value,
    @DefaultValue("custbody_sf_opportunity_id") String opportunityField,
    @DefaultValue("custbody_sf_contract_id") String contractField,
    @DefaultValue("custbody_sf_account_id") String accountField,
    @DefaultValue("USD") String baseCurrency) {

  /// @throws IllegalArgumentException when one of the fields is no plain field name, or the
  ///   currency is none
  InvoiceIdentity {
    customerField = Literal.column(customerField);
    opportunityField = optional(opportunityField);
    contractField = optional(contractField);
    accountField = optional(accountField);
    if (!baseCurrency.isEmpty()) {
      Money.zero(baseCurrency);
    }
  }

  private static String optional(String field) {
    return field.isEmpty() ? field : Literal.column(field);
  }

  /// What the customer of an account carries in `customerField`.
  String keyOf(AccountKey account) {
    String key = account.externalKey();
    return value == Value.EXTERNAL_KEY && key != null && !key.isBlank() ? key : account.accountId();
  }

  /// What identifies an account in NetSuite.
  enum Value {
    /// Its external key; its Salesforce id when it has none.
    EXTERNAL_KEY,
    /// Its Salesforce id.
    ACCOUNT_ID
  }
}
