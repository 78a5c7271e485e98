package dev.onboarding.coordinator.pipeline;

import static dev.onboarding.coordinator.RunningCoordinator.texts;
import static dev.onboarding.coordinator.RunningCoordinator.tree;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.coordinator.PlayedAccounts.Story;
import dev.onboarding.coordinator.RunningCoordinator;
import dev.onboarding.coordinator.rule.RuleSet;
import dev.onboarding.coordinator.run.RunId;
import dev.onboarding.coordinator.run.WakeDesk;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The way of runs that wait: what wakes them, what they find, and how waiting ends.
class WaitingJourneyTests {

  private final RunningCoordinator coordinator = RunningCoordinator.shared();
  private final Journeys journeys = new Journeys(coordinator);

  @Test
  void goesOnByItselfWhenANewTriggerFindsWhatWasMissing() {
    var blocked = journeys.told("W-CURED", Story.NOT_WON);
    assertThat(Journeys.state(blocked)).isEqualTo("WAITING_FACT");

    coordinator.accounts.tell("W-CURED", Story.SOUND);
    var again = tree(coordinator.webhook(coordinator.event("W-CURED", "W-CURED-2")));

    assertThat(again.path("run_id")).isEqualTo(blocked.path("run_id"));
    var done = reaches(blocked, "COMPLETED");
    assertThat(texts(done.path("attempts"), "number")).hasSize(2);
    assertThat(done.at("/attempts/0/decision/verdict").asString()).isEqualTo("BLOCK");
    assertThat(done.at("/attempts/1/decision/verdict").asString()).isEqualTo("PROCEED");
    assertThat(messages("W-CURED"))
        .satisfiesExactly(
            blockedMessage -> assertThat(blockedMessage).contains("BLOCK"),
            announcing ->
                assertThat(announcing).contains("now meets every rule", "onboarding cancel"),
            proceeding -> assertThat(proceeding).contains("PROCEED"));
  }

  @Test
  void waitsOnAndTellsNobodyWhenNothingChanged() {
    var blocked = journeys.told("W-SAME", Story.NOT_WON);

    var again = tree(coordinator.webhook(coordinator.event("W-SAME", "W-SAME-2")));
    var looked = coordinator.until(Journeys.id(blocked), run -> tries(run, "await_fact") == 2);

    assertThat(again.path("run_id")).isEqualTo(blocked.path("run_id"));
    assertThat(Journeys.state(looked)).isEqualTo("WAITING_FACT");
    assertThat(looked.path("attempt").asInt()).isEqualTo(1);
    assertThat(messages("W-SAME")).hasSize(1);
  }

  @Test
  void triesAgainWhenTheSystemsThatFailedMayAnswer() {
    coordinator.servers.failBefore(
        "finance_assess",
        new FailureException(Failure.of(ErrorType.SERVER_ERROR, "DOWN", 503, "It is down.")));
    var blocked = journeys.told("W-OUTAGE", Story.SOUND);
    assertThat(Journeys.state(blocked)).isEqualTo("WAITING_UPSTREAM");

    assertThat(wake(blocked)).isTrue();

    var done = reaches(blocked, "COMPLETED");
    assertThat(texts(done.path("history"), "why"))
        .contains("The systems that failed answer again.");
  }

  @Test
  void tellsPeopleOnceOfASystemThatComesAndGoes() {
    coordinator.servers.failOnAndOff(
        "finance_assess",
        new FailureException(Failure.of(ErrorType.SERVER_ERROR, "DOWN", 503, "It is down.")));
    var blocked = journeys.told("W-FLAPPING", Story.SOUND);

    wake(blocked);

    var again =
        coordinator.until(
            Journeys.id(blocked),
            run ->
                run.path("attempt").asInt() == 2 && Journeys.state(run).equals("WAITING_UPSTREAM"));
    assertThat(again.at("/attempts/1/decision/verdict").asString()).isEqualTo("BLOCK");
    assertThat(messages("W-FLAPPING")).hasSize(1);
    assertThat(journeys.mails("W-FLAPPING")).hasSize(1);
    assertThat(report(again)).contains("not sent: Nothing new since the attempt before");
  }

  @Test
  void givesUpOnAnOutageAfterADayAndWaitsForAFact() {
    coordinator.servers.failBefore(
        "finance_assess",
        new FailureException(Failure.of(ErrorType.SERVER_ERROR, "DOWN", 503, "It is down.")));
    var blocked = journeys.told("W-LONG", Story.SOUND);

    letPass(blocked, "await_upstream", "25 hours");
    wake(blocked);

    assertThat(Journeys.state(reaches(blocked, "WAITING_FACT"))).isEqualTo("WAITING_FACT");
  }

  @Test
  void expiresWhenNobodyAnswers() {
    var waiting = journeys.told("W-EXPIRED", Story.OVERDUE);

    letPass(waiting, "await_answer", "30 days");
    wake(waiting);

    var expired = reaches(waiting, "EXPIRED");
    assertThat(expired.path("ended_at").isMissingNode()).isFalse();
    assertThat(messages("W-EXPIRED").getLast()).contains("expired: nobody answered in time");
    assertThat(report(expired)).contains("EXPIRED");
    assertThat(journeys.calls("provision_create_tenant", "W-EXPIRED")).isEmpty();
    assertThat(journeys.answer(expired, "APPROVE").statusCode()).isEqualTo(409);
  }

  @Test
  void expiresWhenWhatBlocksDoesNotChange() {
    var blocked = journeys.told("W-STUCK", Story.NOT_WON);

    letPass(blocked, "await_fact", "90 days");
    wake(blocked);

    reaches(blocked, "EXPIRED");
    assertThat(messages("W-STUCK").getLast()).contains("did not change in time");
  }

  @Test
  void remindsOnceOnEachRung() {
    var waiting = journeys.told("W-REMIND", Story.OVERDUE);

    letPass(waiting, "await_answer", "25 hours");
    look(waiting, "await_answer", 2);
    look(waiting, "await_answer", 3);
    letPass(waiting, "await_answer", "3 days");
    look(waiting, "await_answer", 4);
    look(waiting, "await_answer", 5);

    assertThat(messages("W-REMIND"))
        .filteredOn(text -> text.contains("still waits for an answer"))
        .hasSize(2);
    assertThat(Journeys.state(coordinator.resting(Journeys.id(waiting))))
        .isEqualTo("WAITING_APPROVAL");
  }

  @Test
  void asksAnewWhenTheFindingsChangeBeforeAnybodyAnswered() {
    var waiting = journeys.told("W-CHANGED", Story.OVERDUE);

    coordinator.accounts.tell("W-CHANGED", Story.SOUND);
    wake(waiting);

    var done = reaches(waiting, "COMPLETED");
    assertThat(done.path("attempt").asInt()).isEqualTo(2);
    assertThat(done.path("approval").isMissingNode()).isTrue();
  }

  @Test
  void refusesAnApprovalWithTheDifferenceWhenOldEvidenceNoLongerHolds() {
    var waiting = journeys.told("W-REFUSED", Story.OVERDUE);
    age(waiting);
    coordinator.accounts.tell("W-REFUSED", Story.NOT_WON);

    var answer = journeys.answer(waiting, "APPROVE");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
    assertThat(tree(answer).path("type").asString()).endsWith("findings-changed");
    assertThat(tree(answer).path("detail").asString()).contains("opportunity.won is false");
    assertThat(Journeys.state(reaches(waiting, "WAITING_FACT"))).isEqualTo("WAITING_FACT");
    assertThat(journeys.calls("provision_create_tenant", "W-REFUSED")).isEmpty();
  }

  @Test
  void readsOldEvidenceAgainAndActsWhenItStillHolds() {
    var waiting = journeys.told("W-HOLDS", Story.OVERDUE);
    age(waiting);

    assertThat(journeys.answer(waiting, "APPROVE").statusCode()).isEqualTo(202);

    reaches(waiting, "COMPLETED");
    assertThat(journeys.calls("finance_assess", "W-HOLDS")).hasSize(3);
  }

  @Test
  void readsAgainWhatSomebodyHasToldSince() {
    var waiting = journeys.told("W-TOLD", Story.OVERDUE);
    coordinator.accounts.tell("W-TOLD", Story.NOT_WON);
    coordinator
        .jdbc()
        .sql(
            """
            insert into coordinator.trigger_event (source, event_id, run_id, account_key, received_at)
            values ('docusign', 'W-TOLD', cast(? as uuid), 'W-TOLD', now())\
            """)
        .param(Journeys.id(waiting))
        .update();

    assertThat(journeys.answer(waiting, "APPROVE").statusCode()).isEqualTo(409);
    assertThat(journeys.calls("provision_create_tenant", "W-TOLD")).isEmpty();
  }

  @Test
  void takesNoApprovalWhileOldEvidenceCannotBeReadAgain() {
    var waiting = journeys.told("W-UNREAD", Story.OVERDUE);
    age(waiting);
    coordinator.servers.failBefore(
        "finance_assess",
        new FailureException(Failure.of(ErrorType.SERVER_ERROR, "DOWN", 503, "It is down.")));

    assertThat(journeys.answer(waiting, "APPROVE").statusCode()).isEqualTo(502);

    assertThat(Journeys.state(coordinator.resting(Journeys.id(waiting))))
        .isEqualTo("WAITING_APPROVAL");
    assertThat(journeys.answer(waiting, "APPROVE").statusCode()).isEqualTo(202);
    reaches(waiting, "COMPLETED");
  }

  @Test
  void judgesByTheRuleSetTheRunBeganWith() {
    var blocked = journeys.told("W-RULES", Story.NOT_WON);
    var milder = RuleSet.onboardingPolicyText().replaceFirst("(?s)- id: OPP-02.*?(?=- id:)", "");
    var digest = RuleSet.load("milder", milder).digest();
    coordinator
        .jdbc()
        .sql("insert into coordinator.rule_set values (?, 'milder', ?, now())")
        .params(digest, milder)
        .update();
    coordinator
        .jdbc()
        .sql("update coordinator.run set rule_set_digest = ? where id = cast(? as uuid)")
        .params(digest, Journeys.id(blocked))
        .update();

    wake(blocked);

    var done = reaches(blocked, "COMPLETED");
    assertThat(done.at("/decision/verdict").asString()).isEqualTo("PROCEED");
    assertThat(done.at("/decision/rule_set_digest").asString()).isEqualTo(digest);
  }

  private JsonNode reaches(JsonNode run, String state) {
    return coordinator.until(Journeys.id(run), now -> Journeys.state(now).equals(state));
  }

  private boolean wake(JsonNode run) {
    return coordinator.bean(WakeDesk.class).wake(RunId.parse(Journeys.id(run)), "a test");
  }

  /// A look is over when the run knows when to look next.
  private void look(JsonNode run, String step, int tries) {
    wake(run);
    coordinator.until(
        Journeys.id(run), now -> tries(now, step) == tries && now.hasNonNull("wake_at"));
  }

  /// As if the wait had begun so much earlier.
  private void letPass(JsonNode run, String step, String interval) {
    coordinator
        .jdbc()
        .sql(
            "update coordinator.step set intent_at = intent_at - cast(? as interval) where run_id = cast(? as uuid) and name = ?")
        .params(interval, Journeys.id(run), step)
        .update();
  }

  /// As if the evidence had been read an hour ago.
  private void age(JsonNode run) {
    coordinator
        .jdbc()
        .sql(
            """
            update coordinator.step set outcome = jsonb_set(outcome, '{read_at}',
              to_jsonb(cast((outcome ->> 'read_at') as timestamptz) - interval '1 hour'))
            where run_id = cast(? as uuid) and name = 'gather_evidence'\
            """)
        .param(Journeys.id(run))
        .update();
  }

  private List<String> messages(String correlation) {
    return coordinator.slack.posts(correlation).stream()
        .map(post -> post.path("text").asString())
        .toList();
  }

  private String report(JsonNode run) {
    return coordinator.get("/api/runs/" + Journeys.id(run) + "/report.md").body();
  }

  private static int tries(JsonNode run, String step) {
    return run.path("steps")
        .valueStream()
        .filter(each -> each.path("step").asString().equals(step))
        .mapToInt(each -> each.path("tries").asInt())
        .max()
        .orElse(0);
  }
}
