package dev.onboarding.sandbox;

import static dev.onboarding.sandbox.SharedSandbox.SANDBOX;
import static dev.onboarding.sandbox.SharedSandbox.WIRE;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.onboarding.sandbox.Wire.Reply;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DocuSignContractTests {

  private static final String TOKEN = "/docusign/oauth/token";
  private static final String ACCOUNT = "/accounts/22222222-2222-4222-8222-222222222222";
  private static final String ENVELOPES = "/docusign/restapi/v2.1" + ACCOUNT + "/envelopes";
  private static final String AGREEMENTS = "/docusign/v1" + ACCOUNT + "/agreements";

  private static String bearer = "";

  @BeforeAll
  static void login() throws IOException {
    bearer = bearer(claims().build());
  }

  @Test
  void refusesAnAssertionThatIsWrongInAnyPoint() throws IOException {
    String withScheme = "https://account-d.docusign.com";
    assertThat(error(claims().audience(withScheme).build())).isEqualTo("invalid_grant");
    assertThat(error(claims().issuer("other").build())).isEqualTo("invalid_grant");
    assertThat(error(claims().subject("other").build())).isEqualTo("invalid_grant");
    assertThat(error(claims().expirationTime(new Date(0)).build())).isEqualTo("invalid_grant");
    assertThat(error(claims().claim("scope", "signature").build())).isEqualTo("invalid_scope");
    String wrongAlgorithm = assertion(JWSAlgorithm.PS256, claims().build());
    assertThat(token(wrongAlgorithm).status()).isEqualTo(400);
  }

  @Test
  void asksForConsentWhenItWasTakenBack() throws IOException {
    try (var own = Sandbox.start(0, 0)) {
      var wire = new Wire(own);
      String assertion =
          SignedAssertions.signed(
              JWSAlgorithm.RS256, "k", wire.get("/keys/docusign").body(), claims().build());
      wire.send("DELETE", "/docusign/consent", "");

      assertThat(wire.form(TOKEN, grant(assertion)).json().path("error").asString())
          .isEqualTo("consent_required");
      wire.send("PUT", "/docusign/consent", "");
      assertThat(wire.form(TOKEN, grant(assertion)).status()).isEqualTo(200);
    }
  }

  @Test
  void tellsWhereTheAccountLives() throws IOException {
    JsonNode info = get("/docusign/oauth/userinfo").json();

    assertThat(info.path("accounts").path(0).path("base_uri").asString())
        .isEqualTo(SANDBOX.baseUrl() + "/docusign");
  }

  @Test
  void findsEnvelopesByTheAccountInTheirCustomField() throws IOException {
    String account = ids("ACME-001").path("salesforce_account_id").asString();

    JsonNode list = search("crmAccountId=" + account).json();
    JsonNode envelope = list.path("envelopes").path(0);

    assertThat(list.path("totalSetSize").asString()).isEqualTo("1");
    assertThat(list.path("totalSetSize").isString()).isTrue();
    assertThat(envelope.path("status").asString()).isEqualTo("completed");
    assertThat(envelope.path("completedDateTime").asString()).matches(".*T12:00:00\\.0000000Z");
    assertThat(envelope.path("recipients").path("signers").path(0).path("roleName").asString())
        .isEqualTo("Customer");
    assertThat(envelope.path("recipients").path("recipientCount").isString()).isTrue();
    assertThat(
            envelope.path("customFields").path("textCustomFields").path(0).path("value").asString())
        .isEqualTo(account);
  }

  @Test
  void refusesAListWithoutABeginning() throws IOException {
    Reply reply = get(ENVELOPES + "?count=10");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().path("errorCode").asString()).isEqualTo("INVALID_REQUEST_PARAMETER");
  }

  @Test
  void pagesByStartPosition() throws IOException {
    String all = ENVELOPES + "?from_date=2000-01-01T00:00:00Z";
    JsonNode first = get(all + "&count=2").json();
    JsonNode second = get(all + "&count=2&start_position=2").json();

    assertThat(first.path("resultSetSize").asString()).isEqualTo("2");
    assertThat(first.path("endPosition").asString()).isEqualTo("1");
    assertThat(first.path("nextUri").asString()).contains("start_position=2");
    assertThat(second.path("envelopes").path(0)).isNotEqualTo(first.path("envelopes").path(0));
  }

  @Test
  void answersManyStatusesAtOnce() throws IOException {
    String one = ids("ACME-001").path("docusign_envelope_ids").path(0).asString();
    String other = ids("CONTRACT-DRAFT").path("docusign_envelope_ids").path(0).asString();

    Reply byBody =
        WIRE.send(
            "PUT",
            ENVELOPES + "/status?envelope_ids=request_body",
            "{\"envelopeIds\":[\"%s\",\"%s\"]}".formatted(one, other),
            "Authorization",
            bearer);
    Reply byQuery = get(ENVELOPES + "?include=recipients&envelope_ids=" + one + "," + other);

    assertThat(byBody.json().path("envelopes").path(1).path("status").asString())
        .isEqualTo("created");
    assertThat(byBody.json().path("envelopes").path(0).has("recipients")).isFalse();
    assertThat(
            byQuery
                .json()
                .path("envelopes")
                .path(1)
                .path("recipients")
                .path("signers")
                .path(0)
                .path("status")
                .asString())
        .isEqualTo("created");
  }

  @Test
  void readsOneEnvelopeItsRecipientsAndItsCustomFields() throws IOException {
    String id = ids("CONTRACT-FIELD-DATES").path("docusign_envelope_ids").path(0).asString();

    JsonNode plain = get(ENVELOPES + "/" + id).json();

    assertThat(plain.has("recipients")).isFalse();
    assertThat(get(ENVELOPES + "/" + id + "/recipients").json().path("carbonCopies").size())
        .isEqualTo(1);
    assertThat(get(ENVELOPES + "/" + id + "/custom_fields").json().toString())
        .contains("EffectiveDate")
        .contains("ExpiryDate");
    Reply unknown = get(ENVELOPES + "/00000000-0000-4000-8000-000000000000");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.json().path("errorCode").asString()).isEqualTo("ENVELOPE_DOES_NOT_EXIST");
  }

  @Test
  void findsAnAgreementByItsEnvelopeAndKeepsTheLocalDate() throws IOException {
    String envelope = ids("ACME-001").path("docusign_envelope_ids").path(0).asString();

    JsonNode list = get(AGREEMENTS + "?source_id=" + envelope).json();
    JsonNode agreement = list.path("data").path(0);
    String effective = agreement.path("provisions").path("effective_date").asString();

    assertThat(list.path("data").size()).isEqualTo(1);
    assertThat(list.path("response_metadata").has("request_id")).isTrue();
    assertThat(agreement.path("provisions").path("total_agreement_value").asInt())
        .isEqualTo(150000);
    assertThat(effective).matches("\\d{4}-\\d\\d-\\d\\dT00:00:00-0[45]:00");
    assertThat(LocalDate.parse(effective.substring(0, 10))).isBefore(LocalDate.now());
    assertThat(get(AGREEMENTS + "/" + agreement.path("id").asString()).json()).isEqualTo(agreement);
  }

  @Test
  void pagesAgreementsByToken() throws IOException {
    JsonNode first = get(AGREEMENTS + "?limit=2").json();
    String token = first.path("response_metadata").path("page_token_next").asString();
    JsonNode second = get(AGREEMENTS + "?limit=2&ctoken=" + token).json();

    assertThat(first.path("data").size()).isEqualTo(2);
    assertThat(second.path("data").path(0)).isNotEqualTo(first.path("data").path(0));
  }

  @Test
  void findsTheAgreementsOfSeveralEnvelopesByOneFilter() throws IOException {
    String one = ids("ACME-001").path("docusign_envelope_ids").path(0).asString();
    String other = ids("GLOBEX-002").path("docusign_envelope_ids").path(0).asString();
    String filter = "?$filter=" + encode("source_id in ('%s','%s')".formatted(one, other));

    JsonNode found = get(AGREEMENTS + filter).json().path("data");

    assertThat(found.valueStream().map(each -> each.path("source_id").asString()).distinct())
        .contains(one)
        .isSubsetOf(one, other);
    assertThat(get(AGREEMENTS + "?$filter=" + encode("title like 'x'")).status()).isEqualTo(400);
  }

  private static String encode(String text) {
    return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
  }

  @Test
  void wordsTheRefusalsOfAgreementsAsProblems() throws IOException {
    Reply unknown = get(AGREEMENTS + "/00000000-0000-4000-8000-000000000000");
    String unscoped = bearer(claims().claim("scope", "signature impersonation").build());
    Reply forbidden = WIRE.get(AGREEMENTS, "Authorization", unscoped);

    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.json().path("code").asInt()).isEqualTo(404);
    assertThat(unknown.header("Content-Type")).contains("application/problem+json");
    assertThat(forbidden.status()).isEqualTo(403);
  }

  @Test
  void refusesAnUnknownToken() throws IOException {
    Reply reply = WIRE.get(ENVELOPES + "?from_date=2026-01-01", "Authorization", "Bearer no");

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.json().path("errorCode").asString()).isEqualTo("AUTHORIZATION_INVALID_TOKEN");
  }

  @Test
  void countsEveryCallAndRefusesTheOneTooMany() throws IOException {
    try (var small = Sandbox.start(0, 0, "sandbox.docusign.hourly-limit=2")) {
      var wire = new Wire(small);
      String assertion =
          SignedAssertions.signed(
              JWSAlgorithm.RS256, "k", wire.get("/keys/docusign").body(), claims().build());
      String auth =
          "Bearer " + wire.form(TOKEN, grant(assertion)).json().path("access_token").asString();
      Reply first = wire.get(AGREEMENTS, "Authorization", auth);
      wire.get(AGREEMENTS, "Authorization", auth);
      Reply third = wire.get(AGREEMENTS, "Authorization", auth);

      assertThat(first.header("X-RateLimit-Remaining")).contains("1");
      assertThat(first.header("X-RateLimit-Reset")).isPresent();
      assertThat(first.header("X-BurstLimit-Remaining")).contains("499");
      assertThat(third.status()).isEqualTo(400);
      assertThat(third.json().path("errorCode").asString())
          .isEqualTo("HOURLY_APIINVOCATION_LIMIT_EXCEEDED");
    }
  }

  private static Reply search(String field) throws IOException {
    return get(
        ENVELOPES
            + "?from_date=2000-01-01T00:00:00Z&include=recipients,custom_fields&custom_field="
            + Wire.encoded(field));
  }

  private static Reply get(String path) throws IOException {
    return WIRE.get(path, "Authorization", bearer);
  }

  private static JsonNode ids(String key) throws IOException {
    return WIRE.get("/accounts/" + key).json().path("ids");
  }

  private static String bearer(JWTClaimsSet claims) throws IOException {
    Reply reply = token(assertion(JWSAlgorithm.RS256, claims));
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return "Bearer " + reply.json().path("access_token").asString();
  }

  private static String error(JWTClaimsSet claims) throws IOException {
    Reply reply = token(assertion(JWSAlgorithm.RS256, claims));
    assertThat(reply.status()).isEqualTo(400);
    return reply.json().path("error").asString();
  }

  private static Reply token(String assertion) throws IOException {
    return WIRE.form(TOKEN, grant(assertion));
  }

  private static String grant(String assertion) {
    return "grant_type="
        + Wire.encoded("urn:ietf:params:oauth:grant-type:jwt-bearer")
        + "&assertion="
        + assertion;
  }

  private static String assertion(JWSAlgorithm algorithm, JWTClaimsSet claims) throws IOException {
    return SignedAssertions.signed(algorithm, "k", WIRE.get("/keys/docusign").body(), claims);
  }

  private static JWTClaimsSet.Builder claims() {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer("sandbox-docusign")
        .subject("11111111-1111-4111-8111-111111111111")
        .audience("account-d.docusign.com")
        .claim("scope", "signature impersonation adm_store_unified_repo_read")
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(3600)));
  }
}
