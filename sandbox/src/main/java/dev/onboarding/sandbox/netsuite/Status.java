package dev.onboarding.sandbox.netsuite;

import dev.onboarding.sandbox.story.InvoiceData;

/// A transaction's type and status, in the three ways NetSuite writes them.
enum Status {
  INVOICE_OPEN("CustInvc", "Invoice", "A", "Open"),
  INVOICE_PAID("CustInvc", "Invoice", "B", "Paid In Full"),
  INVOICE_PENDING("CustInvc", "Invoice", "D", "Pending Approval"),
  INVOICE_REJECTED("CustInvc", "Invoice", "E", "Rejected"),
  INVOICE_VOIDED("CustInvc", "Invoice", "V", "Voided"),
  PAYMENT_DEPOSITED("CustPymt", "Payment", "C", "Deposited"),
  PAYMENT_UNAPPLIED("CustPymt", "Payment", "B", "Unapplied"),
  CREDIT_OPEN("CustCred", "Credit Memo", "A", "Open"),
  CREDIT_APPLIED("CustCred", "Credit Memo", "B", "Fully Applied");

  private final String type;
  private final String typeName;
  private final String letter;
  private final String word;

  Status(String type, String typeName, String letter, String word) {
    this.type = type;
    this.typeName = typeName;
    this.letter = letter;
    this.word = word;
  }

  static Status of(InvoiceData invoice, InvoiceAmounts amounts) {
    return switch (invoice.status()) {
      case "voided" -> INVOICE_VOIDED;
      case "pending" -> INVOICE_PENDING;
      case "rejected" -> INVOICE_REJECTED;
      default -> amounts.unpaid().signum() == 0 ? INVOICE_PAID : INVOICE_OPEN;
    };
  }

  String type() {
    return type;
  }

  void set(Insert transaction) {
    transaction
        .set("type", type)
        .set("type__df", typeName)
        .set("recordtype", recordType())
        .set("status", letter)
        .set("status__df", typeName + " : " + word)
        .set("status__cf", type + ":" + letter);
  }

  private String recordType() {
    return switch (type) {
      case "CustInvc" -> "invoice";
      case "CustPymt" -> "customerpayment";
      default -> "creditmemo";
    };
  }
}
