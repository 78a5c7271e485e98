package dev.onboarding.model.finding;

/// Which two things a link compares.
public enum LinkKind {
  DEAL_ACCOUNT,
  CONTRACT_ACCOUNT,
  INVOICE_ACCOUNT,
  CUSTOMER_NAME,
  DEAL_AND_CONTRACT_VALUE,
  DEAL_AND_INVOICE_VALUE
}
