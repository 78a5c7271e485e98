package dev.onboarding.sandbox;

import static dev.onboarding.sandbox.SharedSandbox.WIRE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.sandbox.Wire.Reply;
import java.io.IOException;
import java.util.Base64;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SalesforceContractTests {

  private static final String DATA = "/salesforce/services/data/v66.0";
  private static final String TOKEN = "/salesforce/services/oauth2/token";

  private static String bearer = "";

  @BeforeAll
  static void login() throws IOException {
    bearer = "Bearer " + token().json().path("access_token").asString();
  }

  @Test
  void givesATokenForTheRightSecretInTheFormOrInABasicHeader() throws IOException {
    String basic =
        Base64.getEncoder()
            .encodeToString("sandbox-salesforce:sandbox-salesforce-secret".getBytes());

    Reply inHeader =
        WIRE.form(TOKEN, "grant_type=client_credentials", "Authorization", "Basic " + basic);

    assertThat(inHeader.status()).isEqualTo(200);
    assertThat(token().json().path("instance_url").asString())
        .isEqualTo(SharedSandbox.SANDBOX.baseUrl() + "/salesforce");
  }

  @Test
  void refusesAWrongSecretInTheShapeOfOAuth() throws IOException {
    Reply reply =
        WIRE.form(
            TOKEN, "grant_type=client_credentials&client_id=sandbox-salesforce&client_secret=no");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().path("error").asString()).isEqualTo("invalid_client");
  }

  @Test
  void refusesAnUnknownTokenAsAnExpiredSession() throws IOException {
    Reply reply = WIRE.get(DATA + "/limits", "Authorization", "Bearer nobody");

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.json().path(0).path("errorCode").asString()).isEqualTo("INVALID_SESSION_ID");
  }

  @Test
  void showsDeletedRowsToQueryAllOnly() throws IOException {
    String soql = "SELECT Id, IsDeleted FROM Account WHERE External_Key__c = 'DELETED-004'";

    assertThat(query("query", soql).json().path("totalSize").asInt()).isZero();
    assertThat(query("queryAll", soql).json().path("records").path(0).path("IsDeleted").asBoolean())
        .isTrue();
  }

  @Test
  void followsRelationshipsAndOmitsWhatWasNotSelected() throws IOException {
    JsonNode row =
        row(
            "SELECT Id, Owner.Email, Owner.Manager.Name FROM Account WHERE External_Key__c = 'ACME-001'");

    assertThat(row.path("Owner").path("Email").asString()).endsWith("@ourcompany.example");
    assertThat(row.path("Owner").path("Manager").path("Name").asString())
        .isEqualTo("Alex Verhoeven");
    assertThat(row.has("Name")).isFalse();
    assertThat(row.path("attributes").path("url").asString())
        .contains("/v66.0/sobjects/Account/001");
  }

  @Test
  void comparesIdsOfFifteenAndEighteenCharacters() throws IOException {
    String id =
        row("SELECT Id FROM Account WHERE External_Key__c = 'acme-001'").path("Id").asString();

    JsonNode same = row("SELECT Name FROM Account WHERE Id = '" + id.substring(0, 15) + "'");

    assertThat(id).hasSize(18);
    assertThat(same.path("Name").asString()).isEqualTo("Acme Corporation");
  }

  @Test
  void understandsConditionsOrderAndLimit() throws IOException {
    String soql =
        "SELECT Name FROM Account WHERE (Name LIKE 'a%' OR Name LIKE '%Industries') AND Industry != null AND SystemModstamp >= LAST_N_DAYS:30 AND NOT Name = 'Beta Industries' ORDER BY Name DESC LIMIT 1";

    assertThat(row(soql).path("Name").asString()).isEqualTo("Acme Corporation");
  }

  @Test
  void refusesWhatIsWrongWithAQuery() throws IOException {
    assertThat(code("SELECT Id FROM Account WHERE")).isEqualTo("MALFORMED_QUERY");
    assertThat(code("SELECT Id FROM Account WHERE Name = 'a' AND Name = 'b' OR Name = 'c'"))
        .isEqualTo("MALFORMED_QUERY");
    assertThat(code("SELECT Id, BillingCountryCode FROM Account")).isEqualTo("INVALID_FIELD");
    assertThat(code("SELECT Id FROM Invoice__c")).isEqualTo("INVALID_TYPE");
    assertThat(code("SELECT Id FROM Account WHERE Id = 'nonsense'"))
        .isEqualTo("INVALID_QUERY_FILTER_OPERATOR");
    assertThat(code("SELECT Id FROM Opportunity WHERE CloseDate > 'today'"))
        .isEqualTo("INVALID_FIELD");
  }

  @Test
  void pagesThroughNextRecordsUrlUntilDone() throws IOException {
    try (var small = Sandbox.start(0, 0, "sandbox.salesforce.most-rows-per-page=2")) {
      var wire = new Wire(small);
      String auth =
          "Bearer " + wire.form(TOKEN, credentials()).json().path("access_token").asString();
      JsonNode page =
          wire.get(
                  DATA + "/query?q=" + Wire.encoded("SELECT Id FROM Account"),
                  "Authorization",
                  auth)
              .json();
      int total = page.path("totalSize").asInt();
      int seen = page.path("records").size();
      assertThat(page.path("done").asBoolean()).isFalse();
      while (!page.path("done").asBoolean()) {
        String next = page.path("nextRecordsUrl").asString();
        assertThat(next).startsWith("/services/data/v66.0/query/01g");
        page = wire.get("/salesforce" + next, "Authorization", auth).json();
        seen += page.path("records").size();
      }

      assertThat(seen).isEqualTo(total).isGreaterThan(2);
    }
  }

  @Test
  void refusesACursorThatIsNotOpen() throws IOException {
    Reply reply = get("/query/01g5g0000000099AAA-2000");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().path(0).path("errorCode").asString())
        .isEqualTo("INVALID_QUERY_LOCATOR");
  }

  @Test
  void readsARowAndRefusesWhatIsNoneInItsOwnWords() throws IOException {
    String id =
        row("SELECT Id FROM Account WHERE External_Key__c = 'ACME-001'").path("Id").asString();

    assertThat(get("/sobjects/Account/" + id + "?fields=Name").json().path("Name").asString())
        .isEqualTo("Acme Corporation");
    assertThat(firstCode(get("/sobjects/Account/zzz"))).isEqualTo("MALFORMED_ID");
    assertThat(get("/sobjects/Account/001000000000000AAA").status()).isEqualTo(404);
    assertThat(
            get("/sobjects/Account/001000000000000AAA").json().path(0).path("errorCode").asString())
        .isEqualTo("NOT_FOUND");
  }

  @Test
  void answersACollectionInTheOrderOfItsIdsWithNullForTheUnknown() throws IOException {
    String id =
        row("SELECT Id FROM Account WHERE External_Key__c = 'ACME-001'").path("Id").asString();

    Reply reply =
        post(
            "/composite/sobjects/Account",
            "{\"ids\":[\"001000000000000AAA\",\"%s\"],\"fields\":[\"Id\",\"Name\"]}".formatted(id));

    assertThat(reply.json().path(0).isNull()).isTrue();
    assertThat(reply.json().path(1).path("Id").asString()).isEqualTo(id);
  }

  @Test
  void answersACompositeWithTwoHundredWhateverBecomesOfItsParts() throws IOException {
    String soql = Wire.encoded("SELECT Id, OwnerId FROM Account WHERE External_Key__c='ACME-001'");
    Reply reply =
        post(
            "/composite",
            """
            {"compositeRequest":[
             {"method":"GET","url":"/services/data/v66.0/queryAll?q=%s","referenceId":"account"},
             {"method":"GET","url":"/services/data/v66.0/sobjects/User/@{account.records[0].OwnerId}?fields=Email","referenceId":"owner"},
             {"method":"GET","url":"/services/data/v66.0/query?q=SELECT+Nope+FROM+Account","referenceId":"broken"},
             {"method":"GET","url":"/services/data/v66.0/sobjects/User/@{broken.x}","referenceId":"halted"}]}
            """
                .formatted(soql));
    JsonNode parts = reply.json().path("compositeResponse");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(parts.path(0).path("httpStatusCode").asInt()).isEqualTo(200);
    assertThat(parts.path(1).path("body").path("Email").asString()).contains("@ourcompany.example");
    assertThat(parts.path(2).path("body").path(0).path("errorCode").asString())
        .isEqualTo("INVALID_FIELD");
    assertThat(parts.path(3).path("body").path(0).path("errorCode").asString())
        .isEqualTo("PROCESSING_HALTED");
  }

  @Test
  void refusesACompositeOfMoreThanFiveQueries() throws IOException {
    var parts = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      parts.append(
          "%s{\"method\":\"GET\",\"url\":\"/services/data/v66.0/query?q=SELECT+Id+FROM+Account\",\"referenceId\":\"q%d\"}"
              .formatted(i == 0 ? "" : ",", i));
    }

    Reply reply = post("/composite", "{\"compositeRequest\":[" + parts + "]}");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(firstCode(reply)).isEqualTo("LIMIT_EXCEEDED");
  }

  @Test
  void refusesAnAddressThatIsTooLong() throws IOException {
    assertThat(query("query", "SELECT Id FROM Account" + " ".repeat(17_000)).status())
        .isEqualTo(414);
  }

  @Test
  void answersABatchAndCountsEachOfItsParts() throws IOException {
    int before = used(get("/limits"));

    Reply reply =
        post(
            "/composite/batch",
            """
            {"batchRequests":[
             {"method":"GET","url":"v66.0/limits"},
             {"method":"GET","url":"v66.0/sobjects/Account/zzz"}]}
            """);

    assertThat(reply.json().path("hasErrors").asBoolean()).isTrue();
    assertThat(reply.json().path("results").path(1).path("statusCode").asInt()).isEqualTo(400);
    assertThat(used(reply)).isGreaterThanOrEqualTo(before + 2);
  }

  private static int used(Reply reply) {
    String usage = reply.header("Sforce-Limit-Info").orElseThrow();
    return Integer.parseInt(usage.replaceAll("api-usage=(\\d+)/\\d+", "$1"));
  }

  private static String code(String soql) throws IOException {
    Reply reply = query("query", soql);
    assertThat(reply.status()).isEqualTo(400);
    return firstCode(reply);
  }

  private static String firstCode(Reply reply) {
    return reply.json().path(0).path("errorCode").asString();
  }

  private static JsonNode row(String soql) throws IOException {
    Reply reply = query("query", soql);
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    assertThat(reply.json().path("totalSize").asInt()).isEqualTo(1);
    return reply.json().path("records").path(0);
  }

  private static Reply query(String kind, String soql) throws IOException {
    return get("/" + kind + "?q=" + Wire.encoded(soql));
  }

  private static Reply get(String path) throws IOException {
    return WIRE.get(DATA + path, "Authorization", bearer);
  }

  private static Reply post(String path, String body) throws IOException {
    return WIRE.send("POST", DATA + path, body, "Authorization", bearer);
  }

  private static Reply token() throws IOException {
    return WIRE.form(TOKEN, credentials());
  }

  private static String credentials() {
    return "grant_type=client_credentials&client_id=sandbox-salesforce&client_secret=sandbox-salesforce-secret";
  }
}
