package dev.onboarding.coordinator.docusign;

import dev.onboarding.coordinator.http.ProblemException;
import dev.onboarding.coordinator.http.ProblemType;
import dev.onboarding.model.AccountReference;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Something that happened to an envelope, as DocuSign Connect tells it (JSON SIM).
///
/// @param name for example `envelope-completed`
/// @param recipient to whom it happened; null when it concerns the whole envelope
/// @param account the CRM's id of the account, as the envelope's custom field `crmAccountId` says
/// @param changedAt when the envelope changed, as DocuSign wrote it: the same in every delivery
/// @param generatedAt when this delivery was made, as DocuSign wrote it
record ConnectEvent(
    String name,
    String envelope,
    @Nullable String recipient,
    @Nullable String account,
    @Nullable String status,
    @Nullable String changedAt,
    @Nullable String generatedAt) {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z-]{0,63}");
  private static final Pattern ENVELOPE =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern SHORT_TEXT = Pattern.compile("[\\x21-\\x7e]{1,64}");
  private static final String ACCOUNT_FIELD = "crmAccountId";

  /// Fields that are not known are left alone: DocuSign adds some from time to time.
  ///
  /// @return empty when the event concerns no envelope
  /// @throws ProblemException when it cannot be what DocuSign sends
  static Optional<ConnectEvent> of(JsonNode event) {
    var name = event.path("event").asString("");
    if (!NAME.matcher(name).matches()) {
      throw invalid("event", "the name of an event, for example envelope-completed");
    }
    boolean recipients = name.startsWith("recipient-");
    if (!recipients && !name.startsWith("envelope-")) {
      return Optional.empty();
    }
    var data = event.path("data");
    var summary = data.path("envelopeSummary");
    var envelope = data.path("envelopeId").asString("");
    if (!ENVELOPE.matcher(envelope).matches()) {
      throw invalid("data.envelopeId", "a UUID");
    }
    return Optional.of(
        new ConnectEvent(
            name,
            envelope.toLowerCase(Locale.ROOT),
            recipients ? text(data.path("recipientId")) : null,
            account(summary),
            text(summary.path("status")),
            changed(summary),
            text(event.path("generatedDateTime"))));
  }

  /// The same for every delivery of the same event.
  String id() {
    return String.join(
        "/", envelope, name, orNothing(recipient), orNothing(status), orNothing(changedAt));
  }

  private static String orNothing(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static @Nullable String changed(JsonNode summary) {
    var modified = text(summary.path("lastModifiedDateTime"));
    return modified == null ? text(summary.path("statusChangedDateTime")) : modified;
  }

  /// Whoever makes an envelope writes this field, so it is taken for an account only if it can be.
  private static @Nullable String account(JsonNode summary) {
    return summary
        .path("customFields")
        .path("textCustomFields")
        .valueStream()
        .filter(field -> ACCOUNT_FIELD.equals(field.path("name").asString("")))
        .map(field -> field.path("value").asString(""))
        .flatMap(value -> reference(value).stream())
        .findFirst()
        .orElse(null);
  }

  private static Optional<String> reference(String text) {
    try {
      return Optional.of(new AccountReference(text.strip()).value());
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private static @Nullable String text(JsonNode node) {
    var text = node.isString() ? node.asString() : "";
    return SHORT_TEXT.matcher(text).matches() ? text : null;
  }

  private static ProblemException invalid(String field, String wanted) {
    return new ProblemException(
        ProblemType.INVALID_FIELD,
        "%s is missing or not what it should be: give %s.".formatted(field, wanted));
  }
}
