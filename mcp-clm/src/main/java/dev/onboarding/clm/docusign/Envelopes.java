package dev.onboarding.clm.docusign;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.onboarding.connector.JsonAnswers;
import dev.onboarding.connector.Upstream;
import dev.onboarding.connector.UpstreamRequest;
import dev.onboarding.connector.UpstreamResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The envelopes of the DocuSign account, always with recipients and custom fields.
public final class Envelopes {

  /// How many are asked for at once, by id or in a page.
  public static final int MOST_AT_ONCE = 100;

  /// The longest page that DocuSign gives.
  private static final int LONGEST_PAGE = 1_000;

  private static final int MOST_IN_ALL = 5_000;
  private static final String INCLUDED = "include=recipients,custom_fields";
  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private final Upstream docuSign;
  private final URI account;
  private final JsonAnswers answers =
      new JsonAnswers(
          "DocuSign",
          JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build());

  /// @param account the address of the account in the signature API
  public Envelopes(Upstream docuSign, URI account) {
    this.docuSign = docuSign;
    this.account = account;
  }

  /// Whether DocuSign could have given this id; any other id is none of its.
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /// Empty when DocuSign says that there is none.
  public Optional<Envelope> byId(String id) {
    UpstreamResponse response =
        docuSign.send(UpstreamRequest.get("get_envelope", at("/envelopes/" + id + "?" + INCLUDED)));
    return response.isSuccess()
        ? Optional.of(identified(response, answers.read(response, Envelope.class)))
        : Optional.empty();
  }

  /// Those of the given ids that exist, [#MOST_AT_ONCE] in a call.
  public List<Envelope> byIds(Collection<String> ids) {
    List<String> distinct = ids.stream().distinct().toList();
    List<Envelope> found = new ArrayList<>();
    for (int from = 0; from < distinct.size(); from += MOST_AT_ONCE) {
      List<String> some = distinct.subList(from, Math.min(from + MOST_AT_ONCE, distinct.size()));
      found.addAll(list("get_envelopes", "envelope_ids=" + String.join(",", some)));
    }
    return found;
  }

  /// Those that carry a text field with this value and changed since then.
  public List<Envelope> withField(String field, String value, Instant since) {
    return list(
        "find_envelopes",
        "custom_field=%s&from_date=%s".formatted(encoded(field + "=" + value), since));
  }

  /// All that changed since then, whichever account they name; empty when so many pages do not hold
  /// them, which the first page tells. The latest change comes first: what changes meanwhile is met
  /// twice rather than missed.
  public Optional<List<Envelope>> changedSince(Instant since, int mostPages) {
    return pages(
        "sweep_envelopes",
        "from_date=%s&order_by=last_modified&order=desc".formatted(since),
        LONGEST_PAGE,
        mostPages * LONGEST_PAGE);
  }

  private List<Envelope> list(String operation, String condition) {
    return pages(operation, condition, MOST_AT_ONCE, MOST_IN_ALL)
        .orElseThrow(() ->
            DocuSignFailures.unreadable("%s gave a list that does not end".formatted(operation)));
  }

  /// Empty as soon as it shows that there are more than so many.
  private Optional<List<Envelope>> pages(
      String operation, String condition, int count, int mostInAll) {
    List<Envelope> found = new ArrayList<>();
    boolean more = true;
    while (more) {
      URI uri =
          at(
              "/envelopes?%s&%s&count=%d&start_position=%d"
                  .formatted(condition, INCLUDED, count, found.size()));
      UpstreamResponse response = docuSign.send(UpstreamRequest.get(operation, uri));
      if (!response.isSuccess()) {
        return Optional.of(found);
      }
      EnvelopePage page = answers.read(response, EnvelopePage.class);
      int before = found.size();
      found.addAll(envelopes(response, page));
      more = page.hasMoreAfter(found.size());
      if (more && found.size() == before) {
        throw answers.unexpected(response, "a list of envelopes that does not end");
      }
      if (Math.max(found.size(), page.total()) > mostInAll) {
        return Optional.empty();
      }
    }
    return Optional.of(found);
  }

  private List<Envelope> envelopes(UpstreamResponse response, EnvelopePage page) {
    List<Envelope> envelopes = page.envelopes();
    if (!page.isReadable()) {
      throw answers.unexpected(response, "no list of envelopes");
    }
    return envelopes == null
        ? List.of()
        : envelopes.stream().map(envelope -> identified(response, envelope)).toList();
  }

  @SuppressWarnings("ConstantValue") // what the answer leaves out is read as null
  private Envelope identified(UpstreamResponse response, Envelope envelope) {
    if (envelope == null || envelope.envelopeId() == null) {
      throw answers.unexpected(response, "an envelope without an id");
    }
    return envelope;
  }

  private URI at(String path) {
    return URI.create(account + path);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
