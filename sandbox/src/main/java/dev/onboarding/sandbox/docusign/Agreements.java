package dev.onboarding.sandbox.docusign;

import dev.onboarding.sandbox.docusign.Cabinet.Place;
import dev.onboarding.sandbox.story.AgreementData;
import dev.onboarding.sandbox.story.When;
import dev.onboarding.sandbox.wire.Answer;
import dev.onboarding.sandbox.wire.Call;
import dev.onboarding.sandbox.wire.Json;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The agreement repository: what was agreed, read from the documents.
final class Agreements {

  private static final ZoneId HOME = ZoneId.of("America/New_York");
  private static final DateTimeFormatter DATE = DateTimeFormatter.ISO_OFFSET_DATE_TIME;
  private static final int MOST = 50;

  /// The part of OData that is understood here: which envelopes the agreements came from.
  private static final Pattern SOURCES =
      Pattern.compile(
          "source_id in ?\\('[^']*'(, ?'[^']*')*\\)|source_id eq '[^']*'( or source_id eq '[^']*')*");

  private static final Pattern QUOTED = Pattern.compile("'([^']*)'");

  private final Cabinet cabinet;
  private final DocuSignSettings settings;
  private final Clock clock;

  Agreements(Cabinet cabinet, DocuSignSettings settings, Clock clock) {
    this.cabinet = cabinet;
    this.settings = settings;
    this.clock = clock;
  }

  /// A refusal of this API, which has a shape of its own.
  static Answer problem(int status, String error, Clock clock) {
    ObjectNode body =
        Json.object()
            .put("error", error)
            .put("code", status)
            .put("timestamp", clock.instant().toString());
    return Answer.json(status, body).with("Content-Type", "application/problem+json");
  }

  Answer one(String id) {
    return cabinet
        .agreement(id.toLowerCase(Locale.ROOT))
        .map(place -> Answer.json(200, agreement(place)))
        .orElseGet(() -> problem(404, "Agreement not found", clock));
  }

  Answer list(Call call) {
    int limit = MOST;
    String asked = call.parameter("limit");
    if (asked != null) {
      if (!asked.matches("\\d{1,3}")
          || Integer.parseInt(asked) < 1
          || Integer.parseInt(asked) > MOST) {
        return problem(400, "limit must be between 1 and " + MOST, clock);
      }
      limit = Integer.parseInt(asked);
    }
    int from = 0;
    String token = call.parameter("ctoken");
    if (token != null) {
      if (!token.matches("c\\d{1,7}")) {
        return problem(400, "ctoken is not valid", clock);
      }
      from = Integer.parseInt(token.substring(1));
    }
    String filter = call.parameter("$filter");
    if (filter != null && !SOURCES.matcher(filter).matches()) {
      return problem(
          400, "The query could not be processed. Please check your filter expression.", clock);
    }
    return page(call, found(call), Math.min(limit, MOST), from);
  }

  /// Those that the filter or the parameter names, or all.
  private List<Place> candidates(Call call) {
    String filter = call.parameter("$filter");
    String source = call.parameter("source_id");
    if (filter != null) {
      return QUOTED
          .matcher(filter)
          .results()
          .map(match -> match.group(1))
          .distinct()
          .flatMap(id -> ofEnvelope(id).filter(place -> source == null || source.equals(id)))
          .toList();
    }
    return source == null ? cabinet.agreements() : ofEnvelope(source).toList();
  }

  private Stream<Place> ofEnvelope(String id) {
    return cabinet.agreementsBeside(id).stream().filter(place -> id.equals(envelope(place)));
  }

  private List<Place> found(Call call) {
    String status = call.parameter("status");
    String party = call.parameter("parties.name_in_agreement");
    return candidates(call).stream()
        .filter(place -> status == null || status.equalsIgnoreCase(data(place).status()))
        .filter(place -> party == null || party.equalsIgnoreCase(customer(place)))
        .toList();
  }

  private Answer page(Call call, List<Place> found, int limit, int from) {
    int start = Math.min(from, found.size());
    int end = Math.min(found.size(), start + limit);
    ObjectNode page = Json.object();
    ArrayNode data = page.putArray("data");
    found.subList(start, end).forEach(place -> data.add(agreement(place)));
    ObjectNode metadata =
        page.putObject("response_metadata")
            .put("page_limit", limit)
            .put("request_id", UUID.randomUUID().toString())
            .put("response_timestamp", clock.instant().toString())
            .put("response_duration_ms", 1);
    ObjectNode links = page.putObject("_links");
    links.putObject("self").put("href", call.url() + "?" + call.query());
    if (end < found.size()) {
      metadata.put("page_token_next", "c" + end);
      String query = call.query().replaceAll("&?ctoken=[^&]*", "");
      links.putObject("next").put("href", call.url() + "?" + query + "&ctoken=c" + end);
    }
    return Answer.json(200, page);
  }

  private ObjectNode agreement(Place place) {
    AgreementData agreement = data(place);
    String id = place.told().agreementId(place.index()).toString();
    String envelope = envelope(place);
    ObjectNode json =
        Json.object()
            .put("id", id)
            .put("title", agreement.title())
            .put("file_name", agreement.title() + ".pdf")
            .put("document_id", id)
            .put("type", agreement.type())
            .put("summary", agreement.summary())
            .put("status", agreement.status())
            .put("review_status", agreement.reviewStatus());
    ArrayNode parties = json.putArray("parties");
    party(parties, "Our Company, Inc.");
    party(parties, customer(place));
    provisions(json.putObject("provisions"), place, agreement);
    for (String empty :
        List.of(
            "custom_provisions", "additional_custom_clm_data", "additional_custom_esign_data")) {
      json.putObject(empty);
    }
    String parent = place.told().namedAgreement(agreement.parent());
    if (parent != null) {
      json.putObject("related_agreement_documents").put("parent_agreement_document_id", parent);
    }
    json.putArray("languages").add("en-US");
    json.put("source_name", envelope == null ? "Upload" : "Docusign eSign");
    if (envelope != null) {
      json.put("source_id", envelope).put("source_account_id", settings.accountId());
    }
    json.putObject("metadata")
        .put("created_at", place.told().modified(new When("-15d")).toString())
        .put("modified_at", place.told().modified(new When("-10d")).toString());
    json.putObject("_links").putObject("document").put("href", "/documents/" + id);
    return json;
  }

  private void provisions(ObjectNode json, Place place, AgreementData agreement) {
    date(json, "effective_date", agreement.effective());
    date(json, "expiration_date", agreement.expiration());
    date(json, "execution_date", agreement.execution());
    if (agreement.value() != null) {
      String currency = agreement.currency();
      json.put("total_agreement_value", agreement.value())
          .put(
              "total_agreement_value_currency_code",
              currency == null ? place.told().story().currency() : currency);
    }
    text(json, "payment_terms_due_date", agreement.paymentTerms());
    text(json, "renewal_type", agreement.renewal());
    text(json, "renewal_notice_period", agreement.renewalNotice());
    text(json, "governing_law", agreement.governingLaw());
    text(json, "jurisdiction", agreement.governingLaw());
  }

  /// Local midnight at home with its offset: the local date is what was agreed.
  private void date(ObjectNode json, String field, @Nullable When when) {
    if (when != null) {
      json.put(field, DATE.format(when.date(clock).atStartOfDay(HOME).toOffsetDateTime()));
    }
  }

  private static void text(ObjectNode json, String field, @Nullable String value) {
    if (value != null) {
      json.put(field, value);
    }
  }

  private static void party(ArrayNode parties, String name) {
    parties
        .addObject()
        .put(
            "id",
            UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString())
        .put("name_in_agreement", name)
        .put("preferred_name", name);
  }

  private static String customer(Place place) {
    var account = place.told().story().account();
    String name = account == null ? null : account.name();
    return name == null ? place.told().key() : name;
  }

  private static @Nullable String envelope(Place place) {
    return place.told().namedEnvelope(data(place).envelope());
  }

  private static AgreementData data(Place place) {
    return place.told().story().agreements().get(place.index());
  }
}
