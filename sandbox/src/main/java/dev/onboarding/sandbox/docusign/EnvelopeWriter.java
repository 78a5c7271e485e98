package dev.onboarding.sandbox.docusign;

import dev.onboarding.sandbox.docusign.Cabinet.Place;
import dev.onboarding.sandbox.story.EnvelopeData;
import dev.onboarding.sandbox.story.SignerData;
import dev.onboarding.sandbox.story.When;
import dev.onboarding.sandbox.wire.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Envelopes as the service writes them.
final class EnvelopeWriter {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSS'Z'").withZone(ZoneOffset.UTC);

  private final Clock clock;

  EnvelopeWriter(Clock clock) {
    this.clock = clock;
  }

  ObjectNode envelope(Place place, Set<String> include) {
    EnvelopeData envelope = data(place);
    String id = place.told().envelopeId(place.index()).toString();
    ObjectNode json =
        Json.object()
            .put("envelopeId", id)
            .put("status", envelope.status())
            .put("emailSubject", envelope.subject())
            .put("envelopeUri", "/envelopes/" + id)
            .put("recipientsUri", "/envelopes/" + id + "/recipients")
            .put("customFieldsUri", "/envelopes/" + id + "/custom_fields")
            .put("documentsUri", "/envelopes/" + id + "/documents")
            .put("purgeState", "unpurged");
    moments(json, envelope);
    if (include.contains("custom_fields")) {
      json.set("customFields", customFields(place));
    }
    if (include.contains("recipients")) {
      json.set("recipients", recipients(place));
    }
    return json;
  }

  private void moments(ObjectNode json, EnvelopeData envelope) {
    When created = envelope.created() == null ? new When("-20d") : envelope.created();
    boolean draft = envelope.status().equals("created");
    When sent = draft ? null : envelope.sent();
    boolean open = Set.of("created", "sent", "delivered").contains(envelope.status());
    When ended = open ? null : envelope.completed();
    put(json, "createdDateTime", created);
    put(json, "sentDateTime", sent);
    put(json, "initialSentDateTime", sent);
    if (!draft && !envelope.status().equals("sent")) {
      put(json, "deliveredDateTime", sent);
    }
    switch (envelope.status()) {
      case "completed" -> put(json, "completedDateTime", ended);
      case "declined" -> put(json, "declinedDateTime", ended);
      case "voided" -> put(json, "voidedDateTime", ended);
      default -> {}
    }
    if (envelope.reason() != null && !open) {
      json.put(envelope.status() + "Reason", envelope.reason());
    }
    String changed = moment(changed(envelope));
    json.put("statusChangedDateTime", changed).put("lastModifiedDateTime", changed);
    When deadline = envelope.deadline();
    json.put("expireEnabled", Boolean.toString(deadline != null));
    if (deadline != null) {
      Instant expires = deadline.instant(clock);
      long days = Duration.between(created.instant(clock), expires).toDays();
      json.put("expireDateTime", moment(expires)).put("expireAfter", Long.toString(days));
    }
  }

  /// The last change of an envelope's status.
  Instant changed(EnvelopeData envelope) {
    boolean open = Set.of("sent", "delivered").contains(envelope.status());
    When last =
        envelope.status().equals("created")
            ? envelope.created()
            : open ? envelope.sent() : envelope.completed();
    return (last == null ? new When("-20d") : last).instant(clock);
  }

  ObjectNode recipients(Place place) {
    EnvelopeData envelope = data(place);
    ObjectNode json = Json.object();
    int number = people(json.putArray("signers"), envelope, envelope.signers(), 1);
    people(json.putArray("carbonCopies"), envelope, envelope.carbonCopies(), number);
    for (String empty : List.of("agents", "editors", "intermediaries", "certifiedDeliveries")) {
      json.putArray(empty);
    }
    int current =
        envelope.signers().stream()
            .filter(signer -> !status(envelope, signer).equals("completed"))
            .map(SignerData::order)
            .min(Comparator.naturalOrder())
            .orElse(envelope.signers().size());
    return json.put(
            "recipientCount",
            Integer.toString(envelope.signers().size() + envelope.carbonCopies().size()))
        .put("currentRoutingOrder", Integer.toString(current));
  }

  private int people(
      ArrayNode list, EnvelopeData envelope, List<SignerData> people, int firstNumber) {
    int number = firstNumber;
    for (SignerData person : people) {
      String status = status(envelope, person);
      ObjectNode json =
          list.addObject()
              .put("recipientId", Integer.toString(number++))
              .put("name", person.name())
              .put("routingOrder", Integer.toString(person.order()))
              .put("roleName", person.role())
              .put("status", status);
      if (person.email() != null) {
        json.put("email", person.email());
      }
      if (!status.equals("created")) {
        put(json, "sentDateTime", envelope.sent());
      }
      if (Set.of("delivered", "completed", "declined").contains(status)) {
        put(json, "deliveredDateTime", envelope.sent());
      }
      if (status.equals("completed")) {
        put(json, "signedDateTime", person.signed());
      }
      if (status.equals("declined")) {
        put(json, "declinedDateTime", envelope.completed());
        json.put("declinedReason", person.declined());
      }
    }
    return number;
  }

  /// Nobody can have signed a draft.
  private static String status(EnvelopeData envelope, SignerData signer) {
    return envelope.status().equals("created") ? "created" : signer.status();
  }

  ObjectNode customFields(Place place) {
    EnvelopeData envelope = data(place);
    ObjectNode json = Json.object();
    ArrayNode fields = json.putArray("textCustomFields");
    if (envelope.tagged()) {
      field(fields, "crmAccountId", Cabinet.accountId(place.told(), envelope));
    }
    dateField(fields, "EffectiveDate", envelope.effective());
    dateField(fields, "ExpiryDate", envelope.expiry());
    json.putArray("listCustomFields");
    return json;
  }

  private void dateField(ArrayNode fields, String name, @Nullable When when) {
    if (when != null) {
      field(fields, name, when.date(clock).toString());
    }
  }

  private static void field(ArrayNode fields, String name, String value) {
    fields
        .addObject()
        .put("fieldId", Integer.toString(10_000 + fields.size()))
        .put("name", name)
        .put("show", "false")
        .put("required", "false")
        .put("value", value);
  }

  private void put(ObjectNode json, String field, @Nullable When when) {
    if (when != null) {
      json.put(field, moment(when.instant(clock)));
    }
  }

  private static String moment(Instant instant) {
    return MOMENT.format(instant);
  }

  private static EnvelopeData data(Place place) {
    return place.told().story().envelopes().get(place.index());
  }
}
