package dev.onboarding.sandbox;

import static dev.onboarding.sandbox.SharedSandbox.SANDBOX;
import static dev.onboarding.sandbox.SharedSandbox.WIRE;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.onboarding.sandbox.Wire.Reply;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class NetSuiteContractTests {

  private static final String TOKEN = "/netsuite/services/rest/auth/oauth2/v1/token";
  private static final String SUITEQL = "/netsuite/services/rest/query/v1/suiteql";
  private static final String INVOICE = "/netsuite/services/rest/record/v1/invoice/";

  private static String bearer = "";

  @BeforeAll
  static void login() throws IOException {
    Reply reply = token(assertion(JWSAlgorithm.PS256, claims().build()));
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    bearer = "Bearer " + reply.json().path("access_token").asString();
  }

  @Test
  void takesAnAssertionSignedWithAnEllipticKey() throws IOException {
    String pem = WIRE.get("/keys/netsuite-ec").body();

    Reply reply =
        token(
            SignedAssertions.signed(
                JWSAlgorithm.ES256, "sandbox-certificate-ec", pem, claims().build()));

    assertThat(reply.status()).isEqualTo(200);
  }

  @Test
  void refusesAnAssertionThatIsWrongInAnyPoint() throws IOException {
    JWTClaimsSet good = claims().build();
    Date tooLate = Date.from(Instant.now().plusSeconds(3700));

    assertThat(error(assertion(JWSAlgorithm.RS256, good))).isEqualTo("invalid_grant");
    assertThat(error(assertion(JWSAlgorithm.PS256, claims().issuer("other").build())))
        .isEqualTo("invalid_grant");
    assertThat(error(assertion(JWSAlgorithm.PS256, claims().audience("https://other").build())))
        .isEqualTo("invalid_grant");
    assertThat(error(assertion(JWSAlgorithm.PS256, claims().expirationTime(tooLate).build())))
        .isEqualTo("invalid_grant");
    assertThat(error(assertion(JWSAlgorithm.PS256, claims().claim("scope", "restlets").build())))
        .isEqualTo("invalid_scope");
    assertThat(error(SignedAssertions.signed(JWSAlgorithm.PS256, "x", key(), good)))
        .isEqualTo("invalid_grant");
    assertThat(error("no.jwt")).isEqualTo("invalid_request");
    String other = WIRE.get("/keys/docusign").body();
    assertThat(
            error(SignedAssertions.signed(JWSAlgorithm.PS256, "sandbox-certificate", other, good)))
        .isEqualTo("invalid_grant");
  }

  @Test
  void refusesAnUnknownTokenAsAnInvalidLogin() throws IOException {
    Reply reply = WIRE.send("POST", SUITEQL, "{}", "Authorization", "Bearer nobody");

    assertThat(reply.status()).isEqualTo(401);
    assertThat(code(reply)).isEqualTo("INVALID_LOGIN");
  }

  @Test
  void runsSuiteQlWithValuesAsTextLowerCaseNamesAndNoEmptyColumns() throws IOException {
    JsonNode row =
        query(
                "SELECT t.ID, t.tranid, BUILTIN.CF(t.status) AS status, BUILTIN.DF(t.status) AS words, TO_CHAR(t.duedate,'YYYY-MM-DD') AS duedate, t.foreigntotal, t.foreignamountunpaid, c.symbol AS currency, t.voided, t.createdfrom, t.custbody_sf_account_id FROM transaction t JOIN currency c ON c.id = t.currency JOIN customer cu ON cu.id = t.entity WHERE t.type = 'CustInvc' AND cu.externalid = 'GAMMA-003' ORDER BY t.id")
            .json()
            .path("items")
            .path(0);

    assertThat(row.path("status").asString()).isEqualTo("CustInvc:A");
    assertThat(row.path("words").asString()).isEqualTo("Invoice : Open");
    assertThat(row.path("foreigntotal").isString()).isTrue();
    assertThat(row.path("foreignamountunpaid").asString()).isEqualTo("60000");
    assertThat(row.path("currency").asString()).isEqualTo("USD");
    assertThat(row.path("duedate").asString()).matches("\\d{4}-\\d\\d-\\d\\d");
    assertThat(row.path("custbody_sf_account_id").asString()).startsWith("001").hasSize(18);
    assertThat(row.has("createdfrom")).isFalse();
    assertThat(row.has("id")).isTrue();
  }

  @Test
  void findsThePaymentsOfAnInvoiceThroughTheLinks() throws IOException {
    JsonNode items =
        query(
                "SELECT n.linktype, p.type, p.foreigntotal, n.foreignamount FROM nexttransactionlink n JOIN transaction i ON i.id = n.previousdoc JOIN transaction p ON p.id = n.nextdoc WHERE i.tranid = 'INV-ACME-001'")
            .json()
            .path("items");

    assertThat(items.size()).as(items.toString()).isEqualTo(1);
    assertThat(items.path(0).path("linktype").asString()).isEqualTo("Payment");
    assertThat(items.path(0).path("type").asString()).isEqualTo("CustPymt");
    assertThat(items.path(0).path("foreignamount").asString()).isEqualTo("150000");
  }

  @Test
  void showsNoColumnThatIsNotNetSuites() throws IOException {
    JsonNode row =
        query("SELECT * FROM transaction WHERE tranid='INV-ACME-001'").json().path("items").path(0);

    assertThat(row.propertyNames()).noneMatch(name -> name.contains("__") || name.equals("story"));
    assertThat(row.path("trandate").asString()).matches("\\d{1,2}/\\d{1,2}/\\d{4}");
  }

  @Test
  void pagesWithLimitAndOffset() throws IOException {
    String all = "SELECT id FROM customer ORDER BY id";
    Reply whole = query(all);
    assertThat(whole.status()).as(whole.body()).isEqualTo(200);
    int total = whole.json().path("totalResults").asInt();

    JsonNode first = query(all, "?limit=2&offset=0").json();
    JsonNode second = query(all, "?limit=2&offset=2").json();

    assertThat(total).isGreaterThan(2);
    assertThat(first.path("hasMore").asBoolean()).isTrue();
    assertThat(first.path("count").asInt()).isEqualTo(2);
    assertThat(first.path("links").path(1).path("rel").asString()).isEqualTo("next");
    assertThat(second.path("items").path(0)).isNotEqualTo(first.path("items").path(0));
    assertThat(query(all, "?limit=2&offset=1").status()).isEqualTo(400);
    assertThat(query(all, "?limit=1001").status()).isEqualTo(400);
  }

  @Test
  void refusesWhatIsNoGoodQuery() throws IOException {
    assertThat(code(query("DELETE FROM transaction"))).isEqualTo("INVALID_PARAMETER");
    assertThat(code(query("SELECT nope FROM transaction"))).isEqualTo("INVALID_PARAMETER");
    assertThat(code(query("SELECT FILE_READ('/etc/hostname')"))).isEqualTo("INVALID_PARAMETER");
    assertThat(query("SELECT 1; DELETE FROM transaction").status()).isEqualTo(400);
    Reply unprefered = WIRE.send("POST", SUITEQL, "{\"q\":\"SELECT 1\"}", "Authorization", bearer);
    assertThat(unprefered.status()).isEqualTo(400);
    assertThat(code(unprefered)).isEqualTo("INVALID_HEADER");
  }

  @Test
  void readsAnInvoiceByInternalAndByExternalId() throws IOException {
    JsonNode record = WIRE.get(INVOICE + "eid:INV-GAMMA-003", "Authorization", bearer).json();
    String id = record.path("id").asString();

    assertThat(record.path("status").path("refName").asString()).isEqualTo("Open");
    assertThat(record.path("amountRemaining").asDouble()).isEqualTo(60000.0);
    assertThat(record.path("currency").path("refName").asString()).isEqualTo("USA");
    assertThat(WIRE.get(INVOICE + id, "Authorization", bearer).json().path("tranId").asString())
        .isEqualTo("INV-GAMMA-003");
    assertThat(code(WIRE.get(INVOICE + "1", "Authorization", bearer))).isEqualTo("NONEXISTENT_ID");
  }

  private static Reply query(String sql) throws IOException {
    return query(sql, "");
  }

  private static Reply query(String sql, String page) throws IOException {
    String body = "{\"q\":\"" + sql + "\"}";
    return WIRE.send("POST", SUITEQL + page, body, "Authorization", bearer, "Prefer", "transient");
  }

  private static String code(Reply reply) {
    return reply.json().path("o:errorDetails").path(0).path("o:errorCode").asString();
  }

  private static String error(String assertion) throws IOException {
    Reply reply = token(assertion);
    assertThat(reply.status()).isEqualTo(400);
    return reply.json().path("error").asString();
  }

  private static Reply token(String assertion) throws IOException {
    return WIRE.form(
        TOKEN,
        "grant_type=client_credentials&client_assertion_type="
            + Wire.encoded("urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
            + "&client_assertion="
            + assertion);
  }

  private static String assertion(JWSAlgorithm algorithm, JWTClaimsSet claims) throws IOException {
    return SignedAssertions.signed(algorithm, "sandbox-certificate", key(), claims);
  }

  private static String key() throws IOException {
    return WIRE.get("/keys/netsuite").body();
  }

  private static JWTClaimsSet.Builder claims() {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer("sandbox-netsuite")
        .audience(SANDBOX.baseUrl() + TOKEN)
        .claim("scope", "rest_webservices")
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(600)));
  }
}
