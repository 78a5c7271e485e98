package dev.onboarding.clm.docusign;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An envelope as DocuSign writes it: numbers and truth values are texts, moments end in `Z`.
///
/// @param status for example `completed`
public record Envelope(
    String envelopeId,
    @Nullable String status,
    @Nullable String emailSubject,
    @Nullable String sentDateTime,
    @Nullable String completedDateTime,
    @Nullable String statusChangedDateTime,
    @Nullable String lastModifiedDateTime,
    @Nullable String voidedReason,
    @Nullable String expireEnabled,
    @Nullable String expireDateTime,
    @Nullable CustomFields customFields,
    @Nullable Recipients recipients) {

  /// The value of a text field of the envelope; null when it has no such field.
  public @Nullable String field(String name) {
    if (customFields == null) {
      return null;
    }
    return customFields.textCustomFields().stream()
        .filter(field -> name.equals(field.name()))
        .map(TextField::value)
        .filter(value -> value != null && !value.isBlank())
        .findFirst()
        .orElse(null);
  }

  /// Everyone who signs, in no particular order; who only receives a copy is not among them.
  public List<Signer> signers() {
    return recipients == null ? List.of() : recipients.all();
  }

  /// The fields that an integration puts on an envelope.
  public record CustomFields(List<TextField> textCustomFields) {

    public CustomFields {
      textCustomFields = orEmpty(textCustomFields);
    }
  }

  /// One of them.
  public record TextField(@Nullable String name, @Nullable String value) {}

  /// Who an envelope goes to; only the kinds that sign are read.
  public record Recipients(List<Signer> signers, List<Signer> inPersonSigners) {

    public Recipients {
      signers = orEmpty(signers);
      inPersonSigners = orEmpty(inPersonSigners);
    }

    List<Signer> all() {
      return Stream.concat(signers.stream(), inPersonSigners.stream()).toList();
    }
  }

  /// Someone who signs.
  ///
  /// @param signerName who signs in person, where `name` is the host
  public record Signer(
      @Nullable String name,
      @Nullable String email,
      @Nullable String signerName,
      @Nullable String signerEmail,
      @Nullable String roleName,
      @Nullable String status,
      @Nullable String routingOrder,
      @Nullable String signedDateTime) {}

  @SuppressWarnings("ConstantValue") // what the answer leaves out is read as null
  private static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
