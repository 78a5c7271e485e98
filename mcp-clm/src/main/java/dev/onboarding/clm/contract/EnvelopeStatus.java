package dev.onboarding.clm.contract;

import dev.onboarding.clm.docusign.Envelope;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads how far a contract is from its envelope and its signatories.
final class EnvelopeStatus {

  private EnvelopeStatus() {}

  /// @return null when DocuSign says something that is not known here
  static @Nullable ContractStatus of(Envelope envelope, List<Signatory> signatories) {
    String status = envelope.status();
    return switch (status == null ? "" : status.toLowerCase(Locale.ROOT)) {
      case "created" -> ContractStatus.DRAFT;
      case "sent", "delivered" ->
          isSignedByCustomer(signatories) ? ContractStatus.SIGNED : ContractStatus.SENT;
      case "signed" -> ContractStatus.SIGNED;
      case "completed" -> ContractStatus.EXECUTED;
      case "declined" -> ContractStatus.DECLINED;
      case "voided" ->
          hasExpired(envelope) ? ContractStatus.SIGNING_DEADLINE_PASSED : ContractStatus.VOIDED;
      case "timedout" -> ContractStatus.SIGNING_DEADLINE_PASSED;
      case "deleted" -> ContractStatus.DELETED;
      default -> null;
    };
  }

  private static boolean isSignedByCustomer(List<Signatory> signatories) {
    List<Signatory> customers =
        signatories.stream().filter(signatory -> signatory.side() == Side.CUSTOMER).toList();
    return !customers.isEmpty() && customers.stream().allMatch(Signatory::isDone);
  }

  /// DocuSign itself voids what was not signed in time, and says so in the reason.
  private static boolean hasExpired(Envelope envelope) {
    String reason = envelope.voidedReason();
    return reason != null && reason.toLowerCase(Locale.ROOT).startsWith("envelope has expired");
  }
}
