package dev.onboarding.sandbox.docusign;

import dev.onboarding.sandbox.docusign.Cabinet.Place;
import dev.onboarding.sandbox.story.EnvelopeData;
import dev.onboarding.sandbox.wire.Answer;
import dev.onboarding.sandbox.wire.Call;
import dev.onboarding.sandbox.wire.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Envelopes, one by one and by list.
final class Envelopes {

  private static final int MOST = 1_000;
  private static final String ACCOUNT = "crmAccountId=";

  private final Cabinet cabinet;
  private final EnvelopeWriter writer;

  Envelopes(Cabinet cabinet, EnvelopeWriter writer) {
    this.cabinet = cabinet;
    this.writer = writer;
  }

  Answer one(Call call, String id) {
    return Answer.json(200, writer.envelope(place(id), include(call)));
  }

  Answer recipients(String id) {
    return Answer.json(200, writer.recipients(place(id)));
  }

  Answer customFields(String id) {
    return Answer.json(200, writer.customFields(place(id)));
  }

  Answer list(Call call) {
    String ids = call.parameter("envelope_ids");
    if (ids != null) {
      return page(call, byIds(List.of(ids.split(",", -1))), include(call));
    }
    Instant from = moment(call.parameter("from_date"));
    if (from == null) {
      throw DocuSignProblem.invalidParameter(
          "Query parameter 'from_date' must be set to a valid DateTime, or 'envelope_ids' or 'transaction_ids' must be specified.");
    }
    return page(call, search(call, from), include(call));
  }

  /// Statuses only: this operation has no `include`.
  Answer statuses(Call call) {
    if (!"request_body".equals(call.parameter("envelope_ids"))) {
      throw DocuSignProblem.invalidParameter("Query parameter 'envelope_ids' is 'request_body'.");
    }
    var ids = new ArrayList<String>();
    for (JsonNode id : call.json().path("envelopeIds")) {
      ids.add(id.asString(""));
    }
    if (ids.isEmpty()) {
      throw DocuSignProblem.invalidParameter("The body names no envelopeIds.");
    }
    return page(call, byIds(ids), Set.of());
  }

  private List<Place> byIds(List<String> ids) {
    if (ids.size() > MOST) {
      throw DocuSignProblem.invalidParameter("No more than " + MOST + " envelopes at a time.");
    }
    return ids.stream().map(String::trim).map(cabinet::envelope).flatMap(Optional::stream).toList();
  }

  private List<Place> search(Call call, Instant from) {
    String field = call.parameter("custom_field");
    String status = call.parameter("status");
    Instant to = moment(call.parameter("to_date"));
    return candidates(field)
        .filter(place -> named(place, field))
        .filter(place -> status == null || wanted(status, data(place).status()))
        .filter(place -> !writer.changed(data(place)).isBefore(from))
        .filter(place -> to == null || !writer.changed(data(place)).isAfter(to))
        .sorted(Comparator.comparing((Place place) -> writer.changed(data(place))).reversed())
        .toList();
  }

  private Stream<Place> candidates(@Nullable String field) {
    return field != null && field.startsWith(ACCOUNT)
        ? cabinet.envelopesNaming(field.substring(ACCOUNT.length())).stream()
        : cabinet.envelopes().stream();
  }

  private boolean named(Place place, @Nullable String field) {
    if (field == null) {
      return true;
    }
    int equals = field.indexOf('=');
    if (equals < 1) {
      throw DocuSignProblem.invalidParameter("Query parameter 'custom_field' is name=value.");
    }
    for (JsonNode each : writer.customFields(place).path("textCustomFields")) {
      if (each.path("name").asString("").equals(field.substring(0, equals))
          && each.path("value").asString("").equals(field.substring(equals + 1))) {
        return true;
      }
    }
    return false;
  }

  private static boolean wanted(String asked, String status) {
    List<String> all = List.of(asked.toLowerCase(Locale.ROOT).split(",", -1));
    return all.contains("any") || all.contains(status);
  }

  private Answer page(Call call, List<Place> found, Set<String> include) {
    int count = number(call.parameter("count"), MOST, "count");
    int start =
        Math.min(number(call.parameter("start_position"), 0, "start_position"), found.size());
    int end = Math.min(found.size(), start + Math.clamp(count, 1, MOST));
    ObjectNode page =
        Json.object()
            .put("resultSetSize", Integer.toString(end - start))
            .put("startPosition", Integer.toString(start))
            .put("endPosition", Integer.toString(Math.max(0, end - 1)))
            .put("totalSetSize", Integer.toString(found.size()))
            .put("previousUri", "")
            .put("nextUri", end < found.size() ? next(call, end) : "");
    ArrayNode envelopes = page.putArray("envelopes");
    found.subList(start, end).forEach(place -> envelopes.add(writer.envelope(place, include)));
    return Answer.json(200, page);
  }

  private static String next(Call call, int start) {
    String query = call.query().replaceAll("&?start_position=\\d+", "");
    return "/envelopes?" + query + "&start_position=" + start;
  }

  private Place place(String id) {
    return cabinet
        .envelope(id.toLowerCase(Locale.ROOT))
        .orElseThrow(DocuSignProblem::noSuchEnvelope);
  }

  private static Set<String> include(Call call) {
    String include = call.parameter("include");
    return include == null ? Set.of() : Set.copyOf(List.of(include.split(",", -1)));
  }

  private static int number(@Nullable String text, int otherwise, String name) {
    if (text == null) {
      return otherwise;
    }
    if (!text.matches("\\d{1,7}")) {
      throw DocuSignProblem.invalidParameter("Query parameter '" + name + "' is a number.");
    }
    return Integer.parseInt(text);
  }

  private static @Nullable Instant moment(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      try {
        return LocalDate.parse(text.replace('/', '-')).atStartOfDay(ZoneOffset.UTC).toInstant();
      } catch (DateTimeParseException no) {
        return null;
      }
    }
  }

  private static EnvelopeData data(Place place) {
    return place.told().story().envelopes().get(place.index());
  }
}
