package dev.onboarding.model.finding;

/// What the ERP says of an invoice; overdue is computed, never a status.
public enum InvoiceStatus {
  OPEN,
  PAID_IN_FULL,
  PENDING_APPROVAL,
  REJECTED,
  CANCELLED,
  VOIDED
}
