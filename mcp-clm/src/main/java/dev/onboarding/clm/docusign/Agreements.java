package dev.onboarding.clm.docusign;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.onboarding.connector.JsonAnswers;
import dev.onboarding.connector.Upstream;
import dev.onboarding.connector.UpstreamRequest;
import dev.onboarding.connector.UpstreamResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// The agreements in DocuSign's repository, by where they came from or by whom they bind; none
/// where the repository is not licensed.
public final class Agreements {

  /// How many envelopes one question may name, so that one page usually answers it.
  public static final int MOST_ENVELOPES = 50;

  private static final int PAGE = 50;
  private static final int MOST_PAGES = 20;

  private final Upstream docuSign;
  private final @Nullable URI address;
  private final JsonAnswers answers =
      new JsonAnswers(
          "DocuSign",
          JsonMapper.builder()
              .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
              .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
              .build());

  /// @param address of the account's agreements; null when they are not licensed
  public Agreements(Upstream docuSign, @Nullable URI address) {
    this.docuSign = docuSign;
    this.address = address;
  }

  public List<Agreement> ofEnvelope(String envelopeId) {
    return list("agreements_of_envelope", "source_id=" + encoded(envelopeId));
  }

  /// Those of several envelopes, at most [#MOST_ENVELOPES], in one question.
  public List<Agreement> ofEnvelopes(Collection<String> envelopeIds) {
    String ids =
        envelopeIds.stream().map("'%s'"::formatted).collect(Collectors.joining(",", "(", ")"));
    return list("agreements_of_envelopes", "$filter=" + encoded("source_id in " + ids));
  }

  /// Those that name this party; the repository decides what counts as the name.
  public List<Agreement> ofParty(String name) {
    return list("agreements_of_party", "parties.name_in_agreement=" + encoded(name));
  }

  private List<Agreement> list(String operation, String condition) {
    List<Agreement> found = new ArrayList<>();
    String token = address == null ? null : "";
    for (int page = 0; token != null; page++) {
      if (page == MOST_PAGES) {
        throw DocuSignFailures.unreadable(
            "%s has more than %d pages".formatted(operation, MOST_PAGES));
      }
      UpstreamResponse response =
          docuSign.send(UpstreamRequest.get(operation, uri(condition, token)));
      token = response.isSuccess() ? collect(response, found) : null;
    }
    return found;
  }

  /// Gives the token of the next page.
  private @Nullable String collect(UpstreamResponse response, List<Agreement> found) {
    AgreementPage page = answers.read(response, AgreementPage.class);
    List<Agreement> data = page.data();
    if (data == null || data.stream().anyMatch(Objects::isNull)) {
      throw answers.unexpected(response, "no list of agreements");
    }
    found.addAll(data);
    return page.next();
  }

  private URI uri(String condition, String token) {
    String next = token.isEmpty() ? "" : "&ctoken=" + encoded(token);
    return URI.create("%s?%s&limit=%d%s".formatted(address, condition, PAGE, next));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
