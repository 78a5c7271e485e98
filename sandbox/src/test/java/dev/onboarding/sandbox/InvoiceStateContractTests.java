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
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class InvoiceStateContractTests {

  private static final String TOKEN = "/netsuite/services/rest/auth/oauth2/v1/token";

  private static String bearer = "";

  @BeforeAll
  static void login() throws IOException {
    var claims =
        new JWTClaimsSet.Builder()
            .issuer("sandbox-netsuite")
            .audience(SANDBOX.baseUrl() + TOKEN)
            .claim("scope", List.of("rest_webservices"))
            .issueTime(Date.from(Instant.now()))
            .expirationTime(Date.from(Instant.now().plusSeconds(600)))
            .build();
    String assertion =
        SignedAssertions.signed(
            JWSAlgorithm.PS384, "sandbox-certificate", WIRE.get("/keys/netsuite").body(), claims);
    Reply reply =
        WIRE.form(
            TOKEN,
            "grant_type=client_credentials&client_assertion_type="
                + Wire.encoded("urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
                + "&client_assertion="
                + assertion);
    bearer = "Bearer " + reply.json().path("access_token").asString();
  }

  @ParameterizedTest
  @CsvSource({
    "ACME-001, CustInvc:B, 150000, 0, F",
    "INVOICE-OPEN, CustInvc:A, 150000, 150000, F",
    "INVOICE-PARTLY, CustInvc:A, 150000, 60000, F",
    "INVOICE-CREDITED, CustInvc:B, 150000, 0, F",
    "INVOICE-VOIDED, CustInvc:V, 0, 0, T",
    "INVOICE-PENDING, CustInvc:D, 150000, 150000, F",
    "INVOICE-REJECTED, CustInvc:E, 150000, 150000, F",
    "INVOICE-TAX, CustInvc:B, 162000, 0, F",
  })
  void showsEachStateAsNetSuiteDoes(
      String key, String status, String total, String unpaid, String voided) throws IOException {
    JsonNode row =
        rows("SELECT BUILTIN.CF(t.status) AS status, t.foreigntotal, t.foreignamountunpaid, t.voided FROM transaction t WHERE t.tranid = 'INV-%s'"
                .formatted(key))
            .path(0);

    assertThat(row.path("status").asString()).isEqualTo(status);
    assertThat(row.path("foreigntotal").asString()).isEqualTo(total);
    assertThat(row.path("foreignamountunpaid").asString()).isEqualTo(unpaid);
    assertThat(row.path("voided").asString()).isEqualTo(voided);
  }

  @Test
  void tellsCashFromCreditThroughTheLinks() throws IOException {
    assertThat(settledBy("ACME-001")).isEqualTo("CustPymt");
    assertThat(settledBy("INVOICE-CREDITED")).isEqualTo("CustCred");
  }

  @Test
  void hidesADeletedInvoiceEverywhere() throws IOException {
    assertThat(rows("SELECT id FROM transaction WHERE tranid = 'INV-INVOICE-DELETED'")).isEmpty();
    assertThat(record("INVOICE-DELETED", "").status()).isEqualTo(404);
  }

  @Test
  void addsTheLinesOfADiscountedInvoiceUpToTheDeal() throws IOException {
    JsonNode net =
        rows("SELECT -SUM(l.foreignamount) AS net FROM transactionline l JOIN transaction t ON t.id = l.transaction WHERE t.tranid = 'INV-INVOICE-DISCOUNT' AND l.mainline = 'F' AND l.taxline = 'F'")
            .path(0);
    JsonNode record = record("INVOICE-DISCOUNT", "").json();

    assertThat(net.path("net").asString()).isEqualTo("135000");
    assertThat(record.path("subtotal").asInt()).isEqualTo(150000);
    assertThat(record.path("discountTotal").asInt()).isEqualTo(-15000);
    assertThat(record.path("total").asInt()).isEqualTo(135000);
  }

  @Test
  void listsInstalmentsOnlyWhenExpanded() throws IOException {
    JsonNode expanded =
        record("INVOICE-INSTALMENTS", "?expandSubResources=true").json().path("installment");

    assertThat(record("INVOICE-INSTALMENTS", "").json().path("installment").has("items")).isFalse();
    assertThat(expanded.path("items").path(0).path("status").asString()).isEqualTo("Paid");
    assertThat(expanded.path("items").path(1).path("due").asInt()).isEqualTo(60000);
  }

  @Test
  void knowsNoRateForACurrencyItHasNeverSeen() throws IOException {
    WIRE.send("PUT", "/accounts/RATE-1", "{\"currency\":\"JPY\",\"amount\":9000000}");

    JsonNode row =
        rows("SELECT c.symbol, c.exchangerate FROM transaction t JOIN currency c ON c.id = t.currency WHERE t.tranid = 'INV-RATE-1'")
            .path(0);

    assertThat(row.path("symbol").asString()).isEqualTo("JPY");
    assertThat(row.has("exchangerate")).isFalse();
  }

  @Test
  void followsAStoryThatIsToldDifferently() throws IOException {
    WIRE.send("PUT", "/accounts/CHANGE-1", "{\"like\":\"INVOICE-OPEN\"}");
    JsonNode before = rows("SELECT id, status FROM transaction WHERE tranid = 'INV-CHANGE-1'");

    WIRE.send(
        "PUT", "/accounts/CHANGE-1", "{\"like\":\"CHANGE-1\",\"invoices\":[{\"paid\":\"100%\"}]}");
    JsonNode after = rows("SELECT id, status FROM transaction WHERE tranid = 'INV-CHANGE-1'");

    assertThat(before.path(0).path("status").asString()).isEqualTo("A");
    assertThat(after.path(0).path("status").asString()).isEqualTo("B");
    assertThat(after.path(0).path("id")).isEqualTo(before.path(0).path("id"));
    assertThat(after.size()).isEqualTo(1);
  }

  @Test
  void findsTwoCustomersUnderOneKeyWhereTheStorySaysSo() throws IOException {
    assertThat(rows("SELECT id FROM customer WHERE externalid = 'LINK-TWO-CUSTOMERS'")).hasSize(2);
    assertThat(rows("SELECT id FROM customer WHERE externalid = 'LINK-NO-CUSTOMER'")).isEmpty();
  }

  private static String settledBy(String key) throws IOException {
    return rows("SELECT n.nexttype FROM nexttransactionlink n JOIN transaction t ON t.id = n.previousdoc WHERE t.tranid = 'INV-%s'"
            .formatted(key))
        .path(0)
        .path("nexttype")
        .asString();
  }

  private static Reply record(String key, String query) throws IOException {
    return WIRE.get(
        "/netsuite/services/rest/record/v1/invoice/eid:INV-" + key + query,
        "Authorization",
        bearer);
  }

  private static JsonNode rows(String sql) throws IOException {
    Reply reply =
        WIRE.send(
            "POST",
            "/netsuite/services/rest/query/v1/suiteql",
            "{\"q\":\"" + sql + "\"}",
            "Authorization",
            bearer,
            "Prefer",
            "transient");
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return reply.json().path("items");
  }
}
