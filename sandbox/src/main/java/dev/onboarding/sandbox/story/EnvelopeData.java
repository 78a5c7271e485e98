package dev.onboarding.sandbox.story;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An envelope in DocuSign.
///
/// @param status created, sent, delivered, completed, declined, voided or timedout
/// @param deadline until when it can be signed
/// @param account the key that its custom field carries, when that is another
/// @param tagged false when it has no custom field naming an account
/// @param effective,expiry custom fields of the envelope
public record EnvelopeData(
    String status,
    String subject,
    @Nullable When created,
    @Nullable When sent,
    @Nullable When completed,
    @Nullable When deadline,
    @Nullable String reason,
    @Nullable String account,
    boolean tagged,
    @Nullable When effective,
    @Nullable When expiry,
    List<SignerData> signers,
    List<SignerData> carbonCopies) {

  public EnvelopeData {
    signers = List.copyOf(signers);
    carbonCopies = List.copyOf(carbonCopies);
  }
}
