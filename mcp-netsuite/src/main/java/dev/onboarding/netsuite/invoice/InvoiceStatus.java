package dev.onboarding.netsuite.invoice;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where an invoice stands. Partly paid is `OPEN`; overdue is no status.
public enum InvoiceStatus {
  OPEN,
  PAID_IN_FULL,
  PENDING_APPROVAL,
  REJECTED,
  CANCELLED,
  VOIDED;

  /// The status behind NetSuite's code.
  ///
  /// @param code for example `CustInvc:A`
  /// @param label for example `Invoice : Open`; decides only where the code is not known
  /// @return null when NetSuite says something that is not known here
  static @Nullable InvoiceStatus of(@Nullable String code, @Nullable String label) {
    return switch (lastPart(code)) {
      case "A" -> OPEN;
      case "B" -> PAID_IN_FULL;
      case "D" -> PENDING_APPROVAL;
      case "E" -> REJECTED;
      case "V" -> VOIDED;
      default ->
          switch (lastPart(label).toLowerCase(Locale.ROOT)) {
            case "cancelled", "canceled" -> CANCELLED;
            default -> null;
          };
    };
  }

  private static String lastPart(@Nullable String text) {
    return text == null ? "" : text.substring(text.lastIndexOf(':') + 1).strip();
  }
}
