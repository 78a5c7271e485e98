package dev.onboarding.coordinator.pipeline;

import static dev.onboarding.coordinator.RunningCoordinator.texts;
import static dev.onboarding.coordinator.RunningCoordinator.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import dev.onboarding.coordinator.FakeMail;
import dev.onboarding.coordinator.FakeToolServers.Call;
import dev.onboarding.coordinator.PlayedAccounts;
import dev.onboarding.coordinator.PlayedAccounts.Story;
import dev.onboarding.coordinator.RunningCoordinator;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The way of a run from webhook to report, each story once.
class OnboardingJourneyTests {

  private static final String SECRET = "one-time-link-secret-";

  private final RunningCoordinator coordinator = RunningCoordinator.shared();

  @Test
  void provisionsASoundAccount() {
    var run = told("J-SOUND", Story.SOUND);

    assertThat(state(run)).as(run.toPrettyString()).isEqualTo("COMPLETED");
    assertThat(run.at("/decision/verdict").asString()).isEqualTo("PROCEED");
    assertThat(texts(run.path("steps"), "step"))
        .containsExactly(
            "gather_evidence",
            "judge_evidence",
            "advise",
            "create_tenant",
            "await_tenant",
            "create_checklist",
            "slack_proceeding",
            "mail_success",
            "welcome_customer",
            "send_training",
            "complete_system_tasks",
            "report_completed");
    assertThat(texts(run.path("history"), "state"))
        .containsExactly("QUEUED", "GATHERING", "ACTING", "COMPLETED");
    assertThat(channels("J-SOUND")).containsExactly("#cs-onboarding");
    assertThat(mails("J-SOUND"))
        .extracting(message -> FakeMail.header(message, "To"))
        .satisfiesExactly(
            success -> assertThat(success).contains("olga@vendor.example", "customer-success@"),
            welcome -> assertThat(welcome).isEqualTo("sandra@customer.example"),
            training -> assertThat(training).isEqualTo("sandra@customer.example"));
    assertThat(coordinator.provisioning.completed(PlayedAccounts.accountId("J-SOUND")))
        .containsExactlyInAnyOrder(
            "create_tenant",
            "generate_api_credentials",
            "send_welcome_email",
            "send_training_materials");
  }

  @Test
  void signsTheDecisionForTheAccountItProvisions() throws Exception {
    told("J-SIGNED", Story.SOUND);

    var order = calls("provision_create_tenant", "J-SIGNED").getFirst();
    var token = SignedJWT.parse(order.text("decision"));
    var claims = token.getJWTClaimsSet();
    assertThat(token.verify(new ECDSAVerifier(coordinator.signingKey.toPublicJWK()))).isTrue();
    assertThat(claims.getSubject())
        .isEqualTo(order.text("account_id"))
        .isEqualTo(PlayedAccounts.accountId("J-SIGNED"));
    assertThat(claims.getAudience()).containsExactly("mcp-provisioning");
    assertThat(claims.getStringClaim("verdict")).isEqualTo("PROCEED");
    assertThat(claims.getStringClaim("run")).isEqualTo(order.run());
    assertThat(claims.getStringClaim("digest")).hasSize(64);
    assertThat(claims.getExpirationTime()).isAfter(claims.getIssueTime());
    assertThat(order.text("tier")).isEqualTo("enterprise");
    assertThat(order.text("idempotency_key")).isEqualTo(order.run() + "/1/create_tenant");
  }

  @Test
  void handsTheSpecialistsTheAccountAndItsOwnDay() {
    told("J-CONTEXT", Story.SOUND);

    var contract = calls("contract_assess", "J-CONTEXT").getFirst();
    var account = contract.arguments().at("/accounts/0");
    assertThat(account.path("account_id").asString())
        .isEqualTo(PlayedAccounts.accountId("J-CONTEXT"));
    assertThat(account.path("today").asString())
        .isEqualTo(
            coordinator
                .clock
                .instant()
                .atZone(ZoneId.of("Pacific/Auckland"))
                .toLocalDate()
                .toString());
    assertThat(calls("finance_assess", "J-CONTEXT").getFirst().arguments())
        .isEqualTo(contract.arguments());
  }

  @Test
  void blocksAndWaitsForTheFact() {
    var run = told("J-NOTWON", Story.NOT_WON);

    assertThat(state(run)).isEqualTo("WAITING_FACT");
    assertThat(run.at("/decision/verdict").asString()).isEqualTo("BLOCK");
    assertThat(channels("J-NOTWON")).containsExactly("#cs-onboarding-alerts");
    assertThat(mails("J-NOTWON")).hasSize(1);
    assertThat(calls("provision_create_tenant", "J-NOTWON")).isEmpty();
  }

  @Test
  void asksNobodyElseAboutAnAccountThatDoesNotExist() {
    var run = told("J-MISSING", Story.MISSING);

    assertThat(state(run)).isEqualTo("WAITING_FACT");
    assertThat(coordinator.servers.callsFor("J-MISSING"))
        .extracting(Call::tool)
        .containsExactly("salesforce_get_onboarding_snapshot");
  }

  @Test
  void asksNobodyElseAboutADeletedAccount() {
    var run = told("J-DELETED", Story.DELETED);

    assertThat(run.at("/decision/verdict").asString()).isEqualTo("BLOCK");
    assertThat(coordinator.servers.callsFor("J-DELETED"))
        .extracting(Call::tool)
        .containsExactly("salesforce_get_onboarding_snapshot");
  }

  @Test
  void provisionsAnEscalationOnceAPersonApproved() throws Exception {
    var run = told("J-APPROVED", Story.OVERDUE);
    assertThat(state(run)).isEqualTo("WAITING_APPROVAL");
    assertThat(channels("J-APPROVED")).containsExactly("#cs-onboarding");
    assertThat(calls("provision_create_tenant", "J-APPROVED")).isEmpty();

    var answer = answer(run, "APPROVE", run.path("findings_digest").asString());

    assertThat(answer.statusCode()).isEqualTo(202);
    var done = coordinator.until(id(run), now -> state(now).equals("COMPLETED"));
    var order = calls("provision_create_tenant", "J-APPROVED").getFirst();
    var claims = SignedJWT.parse(order.text("decision")).getJWTClaimsSet();
    assertThat(claims.getStringClaim("verdict")).isEqualTo("ESCALATE");
    assertThat(claims.getStringClaim("approval")).isEqualTo(done.at("/approval/id").asString());
    assertThat(channels("J-APPROVED")).containsExactly("#cs-onboarding", "#cs-onboarding");
    assertThat(coordinator.slack.posts("J-APPROVED"))
        .extracting(post -> post.path("text").asString())
        .satisfiesExactly(
            asking -> assertThat(asking).startsWith("A person must answer"),
            proceeding -> assertThat(proceeding).startsWith("Approved by Petra Person"));
    assertThat(answer(run, "APPROVE", null).statusCode()).isEqualTo(200);
    assertThat(calls("provision_create_tenant", "J-APPROVED")).hasSize(1);
  }

  @Test
  void provisionsNothingAfterARejection() {
    var run = told("J-REJECTED", Story.OVERDUE);

    answer(run, "REJECT", null);

    var done = coordinator.until(id(run), now -> state(now).equals("REJECTED"));
    assertThat(calls("provision_create_tenant", "J-REJECTED")).isEmpty();
    assertThat(coordinator.slack.posts("J-REJECTED").getLast().path("text").asString())
        .contains("rejected by Petra Person", "Paid tomorrow");
    assertThat(coordinator.get("/api/runs/" + id(run) + "/report.md").body()).contains("ejected");
    assertThat(texts(done.path("history"), "state"))
        .endsWith("WAITING_APPROVAL", "ACTING", "REJECTED");
  }

  @Test
  void letsNothingLeaveWhenItOnlyObserves() {
    var run = started("J-OBSERVED", Story.SOUND, "observe");

    assertThat(state(run)).isEqualTo("COMPLETED");
    assertThat(run.at("/decision/verdict").asString()).isEqualTo("PROCEED");
    assertThat(run.path("effects")).isEmpty();
    assertThat(coordinator.servers.callsFor("J-OBSERVED"))
        .extracting(Call::tool)
        .containsExactlyInAnyOrder(
            "salesforce_get_onboarding_snapshot", "contract_assess", "finance_assess");
    assertThat(coordinator.get("/api/runs/" + id(run) + "/report.md").statusCode()).isEqualTo(200);
  }

  @Test
  void asksAPersonEvenWhenAllIsWell() {
    var run = started("J-ASKED", Story.SOUND, "approve-all");
    assertThat(state(run)).isEqualTo("WAITING_APPROVAL");
    assertThat(run.at("/decision/verdict").asString()).isEqualTo("PROCEED");

    answer(run, "APPROVE", null);

    coordinator.until(id(run), now -> state(now).equals("COMPLETED"));
    assertThat(calls("provision_create_tenant", "J-ASKED")).hasSize(1);
  }

  @Test
  void waitsForASlowTenantWithoutHoldingAThread() {
    coordinator.provisioning.slow(PlayedAccounts.accountId("J-SLOW"), 3);

    var run = told("J-SLOW", Story.SOUND);

    assertThat(state(run)).isEqualTo("COMPLETED");
    assertThat(texts(run.path("history"), "state")).contains("WAITING_PROVISIONING");
    assertThat(calls("provision_get_tenant", "J-SLOW")).hasSize(3);
    assertThat(calls("provision_create_tenant", "J-SLOW")).hasSize(1);
  }

  @Test
  void issuesNoCredentialsWhenNobodyCanBeWelcomed() {
    var run = told("J-NOBODY", Story.NOBODY_TO_WELCOME);

    assertThat(state(run)).isEqualTo("COMPLETED");
    assertThat(calls("provision_issue_credentials", "J-NOBODY")).isEmpty();
    assertThat(mails("J-NOBODY")).hasSize(1);
    assertThat(coordinator.provisioning.completed(PlayedAccounts.accountId("J-NOBODY")))
        .containsExactly("create_tenant");
    assertThat(coordinator.get("/api/runs/" + id(run) + "/report.md").body())
        .contains("was not welcomed");
  }

  @Test
  void showsTheCredentialsLinkToTheCustomerAndToNobodyElse() throws Exception {
    var run = told("J-SECRET", Story.SOUND);

    assertThat(mails("J-SECRET"))
        .filteredOn(message -> FakeMail.content(message).contains(SECRET))
        .extracting(message -> FakeMail.header(message, "To"))
        .containsExactly("sandra@customer.example");
    assertThat(coordinator.slack.posts("J-SECRET").toString()).doesNotContain(SECRET);
    assertThat(coordinator.get("/api/runs/" + id(run)).body()).doesNotContain(SECRET);
    for (var form : List.of("md", "html", "json")) {
      assertThat(coordinator.get("/api/runs/" + id(run) + "/report." + form).body())
          .doesNotContain(SECRET);
    }
    for (var table :
        List.of("run", "attempt", "step", "effect", "report", "approval", "state_change")) {
      assertThat(rows(table)).as(table).doesNotContain(SECRET);
    }
    try (var files = Files.list(coordinator.reports)) {
      assertThat(files)
          .isNotEmpty()
          .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain(SECRET));
    }
  }

  @Test
  void writesItsFiles() {
    var run = id(told("J-FILES", Story.SOUND));

    assertThat(coordinator.reports)
        .isDirectoryContaining("glob:**/run_report_" + run + ".md")
        .isDirectoryContaining("glob:**/audit_" + run + ".json")
        .isDirectoryContaining("glob:**/email_success_" + run + ".html")
        .isDirectoryContaining("glob:**/email_welcome_" + run + ".html")
        .isDirectoryContaining("glob:**/email_training_" + run + ".html");
  }

  @Test
  void sendsNothingAgainForARepeatedCorrelationId() {
    told("J-REPEATED", Story.SOUND);
    int calls = coordinator.servers.callsFor("J-REPEATED").size();

    var again = coordinator.rested("J-REPEATED", "J-REPEATED");

    assertThat(state(again)).isEqualTo("COMPLETED");
    assertThat(coordinator.servers.callsFor("J-REPEATED")).hasSize(calls);
    assertThat(mails("J-REPEATED")).hasSize(3);
    assertThat(channels("J-REPEATED")).hasSize(1);
  }

  @Test
  void makesOneTenantForSimultaneousTriggers() throws Exception {
    coordinator.accounts.tell("J-AT-ONCE", Story.SOUND);
    var event = coordinator.event("J-AT-ONCE", "J-AT-ONCE");
    List<String> runs;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      runs =
          threads
              .invokeAll(
                  IntStream.range(0, 16)
                      .<Callable<String>>mapToObj(
                          each -> () -> id(tree(coordinator.webhook(event))))
                      .toList())
              .stream()
              .map(each -> each.resultNow())
              .toList();
    }
    coordinator.resting(runs.getFirst());

    assertThat(runs).containsOnly(runs.getFirst());
    assertThat(calls("provision_create_tenant", "J-AT-ONCE")).hasSize(1);
    assertThat(mails("J-AT-ONCE")).hasSize(3);
  }

  @Test
  void executesManyRunsAtTheSameTime() {
    var gathering = new CyclicBarrier(8);
    for (int i = 0; i < 8; i++) {
      coordinator.accounts.tell("J-MANY-" + i, Story.MISSING);
      coordinator.servers.meet("J-MANY-" + i, gathering);
    }

    var runs =
        IntStream.range(0, 8)
            .mapToObj(i -> coordinator.webhook(coordinator.event("J-MANY-" + i, "J-MANY-" + i)))
            .map(answer -> id(tree(answer)))
            .toList();

    assertThat(runs)
        .allSatisfy(run -> assertThat(state(coordinator.resting(run))).isEqualTo("WAITING_FACT"));
    assertThat(gathering.isBroken()).isFalse();
  }

  private JsonNode told(String account, Story story) {
    coordinator.accounts.tell(account, story);
    return coordinator.rested(account, account);
  }

  private JsonNode started(String account, Story story, String mode) {
    coordinator.accounts.tell(account, story);
    var body =
        RunningCoordinator.json(
            Map.of("account_id", account, "correlation_id", account, "mode", mode));
    return coordinator.resting(id(tree(coordinator.post("/api/runs", body))));
  }

  private HttpResponse<String> answer(JsonNode run, String answer, String digest) {
    var body = new HashMap<String, String>();
    body.put("decision", answer);
    body.put("approver", "Petra Person");
    body.put("reason", "Paid tomorrow");
    if (digest != null) {
      body.put("findings_digest", digest);
    }
    return coordinator.post("/api/runs/" + id(run) + "/approval", RunningCoordinator.json(body));
  }

  private List<Call> calls(String tool, String correlation) {
    return coordinator.servers.calls(tool, correlation);
  }

  private List<MimeMessage> mails(String correlation) {
    return coordinator.mail.sent(correlation);
  }

  private List<String> channels(String correlation) {
    return coordinator.slack.posts(correlation).stream()
        .map(post -> post.path("channel").asString())
        .toList();
  }

  private String rows(String table) {
    return coordinator
        .jdbc()
        .sql("select coalesce(string_agg(t::text, ' '), '') from coordinator." + table + " t")
        .query(String.class)
        .single();
  }

  private static String id(JsonNode run) {
    return run.path("run_id").asString();
  }

  private static String state(JsonNode run) {
    return run.path("state").asString();
  }
}
