package dev.onboarding.netsuite.invoice;

import dev.onboarding.netsuite.suiteql.Literal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// By which fields of this NetSuite account the CRM's records are recognised.
///
/// @param customerField the field of a customer by which an account is found
/// @param value what that field holds
/// @param opportunityField the body field of a transaction that names the deal
/// @param contractField the body field of a transaction that names the contract
/// @param accountField the body field of a transaction that names the account
@ConfigurationProperties(prefix = "netsuite.identity", ignoreUnknownFields = false)
record InvoiceIdentity(
    @DefaultValue("externalid") String customerField,
    @DefaultValue("external-key") Value value,
    @DefaultValue("custbody_sf_opportunity_id") String opportunityField,
    @DefaultValue("custbody_sf_contract_id") String contractField,
    @DefaultValue("custbody_sf_account_id") String accountField) {

  /// @throws IllegalArgumentException when one of the fields is no plain field name
  InvoiceIdentity {
    customerField = Literal.column(customerField);
    opportunityField = Literal.column(opportunityField);
    contractField = Literal.column(contractField);
    accountField = Literal.column(accountField);
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
