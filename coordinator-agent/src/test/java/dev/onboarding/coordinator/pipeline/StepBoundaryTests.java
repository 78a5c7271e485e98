package dev.onboarding.coordinator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.onboarding.coordinator.FakeMail;
import dev.onboarding.coordinator.Interruptions.Point;
import dev.onboarding.coordinator.PlayedAccounts;
import dev.onboarding.coordinator.PlayedAccounts.Story;
import dev.onboarding.coordinator.RunningCoordinator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/// Every step of the three outcomes, interrupted twice before its call, twice after its call, and
/// twice after its record: each run comes to the same end, and nothing shows twice.
class StepBoundaryTests {

  private final RunningCoordinator coordinator = RunningCoordinator.shared();
  private final Journeys journeys = new Journeys(coordinator);
  private final String round =
      UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);

  @ParameterizedTest
  @EnumSource(Point.class)
  void comesToTheSameEndWhereverAProceedingIsInterrupted(Point point) {
    for (var run : interrupted(Story.SOUND, point)) {
      var done = journeys.rested(run.id());

      assertEnd(run, done, "COMPLETED", 1, 3);
      assertThat(coordinator.provisioning.completed(PlayedAccounts.accountId(run.account())))
          .hasSize(4);
      assertSameKey("provision_create_tenant", run.account());
      assertSameKey("tasks_create_checklist", run.account());
      assertSameKey("provision_issue_credentials", run.account());
    }
  }

  @ParameterizedTest
  @EnumSource(Point.class)
  void comesToTheSameEndWhereverABlockedRunIsInterrupted(Point point) {
    for (var run : interrupted(Story.MISSING, point)) {
      assertEnd(run, journeys.rested(run.id()), "WAITING_FACT", 1, 1);
    }
  }

  @ParameterizedTest
  @EnumSource(Point.class)
  void comesToTheSameEndWhereverAnApprovedEscalationIsInterrupted(Point point) {
    for (var run : interrupted(Story.OVERDUE, point)) {
      var waiting = journeys.rested(run.id());
      assertThat(journeys.answer(waiting, "APPROVE").statusCode()).isEqualTo(202);
      var done = coordinator.until(run.id(), now -> Journeys.state(now).equals("COMPLETED"));

      assertEnd(run, done, "COMPLETED", 2, 4);
    }
  }

  @Test
  void knowsTheStepsOfEveryOutcome() {
    assertThat(steps(Story.SOUND)).hasSizeGreaterThan(12).contains("create_tenant");
    assertThat(steps(Story.MISSING)).contains("await_fact");
    assertThat(steps(Story.OVERDUE)).contains("slack_escalation", "await_answer");
  }

  /// One run for each step, all started before the first is looked at.
  private List<Interrupted> interrupted(Story story, Point point) {
    var runs = new ArrayList<Interrupted>();
    for (var step : steps(story)) {
      var account = "B-%s-%s-%s".formatted(round, point.ordinal(), step.toUpperCase(Locale.ROOT));
      coordinator.interruptions.plan(account, step, point, 2);
      coordinator.accounts.tell(account, story);
      var answer = coordinator.webhook(coordinator.event(account, account));
      runs.add(new Interrupted(account, step, point, Journeys.id(RunningCoordinator.tree(answer))));
    }
    return runs;
  }

  /// As an undisturbed run of the story has them.
  private List<String> steps(Story story) {
    var account = "B-%s-%s".formatted(round, story);
    var run = journeys.told(account, story);
    if (story == Story.OVERDUE) {
      journeys.answer(run, "APPROVE");
      run = coordinator.until(Journeys.id(run), now -> Journeys.state(now).equals("COMPLETED"));
    }
    return RunningCoordinator.texts(run.path("steps"), "step");
  }

  private void assertEnd(Interrupted run, JsonNode done, String state, int slack, int mails) {
    assertThat(Journeys.state(done)).as(run + done.toPrettyString()).isEqualTo(state);
    // A wait has no outcome to be recorded before it ends.
    if (!(run.step().startsWith("await_") && run.point() == Point.AFTER_THE_RECORD)
        || run.step().equals("await_tenant")) {
      awaitInterrupted(run);
    }
    assertThat(done.path("attempt").asInt()).as(run.toString()).isEqualTo(1);
    assertThat(done.path("effects").valueStream())
        .as(run.toString())
        .allMatch(effect -> effect.has("reference"));
    assertThat(coordinator.slack.posts(run.account())).as(run.toString()).hasSize(slack);
    assertThat(
            coordinator.mail.sent(run.account()).stream()
                .map(mail -> FakeMail.header(mail, "Message-ID"))
                .distinct())
        .as(run.toString())
        .hasSize(mails);
  }

  /// A run may rest already before it is interrupted for the last time.
  private void awaitInterrupted(Interrupted run) {
    int never = run.point() == Point.AFTER_THE_RECORD && isOverWith(run) ? 1 : 0;
    await(run.toString())
        .untilAsserted(
            () -> assertThat(coordinator.interruptions.left(run.account())).isEqualTo(never));
  }

  /// What is recorded by the transaction that ends the run is met by no execution any more.
  private boolean isOverWith(Interrupted run) {
    return coordinator
        .jdbc()
        .sql(
            """
            select r.ended_at is not null and s.xmin = r.xmin
            from coordinator.run r join coordinator.step s on s.run_id = r.id
            where r.id = cast(? as uuid) and s.name = ?\
            """)
        .params(run.id(), run.step())
        .query(Boolean.class)
        .single();
  }

  private void assertSameKey(String tool, String account) {
    assertThat(
            coordinator.servers.calls(tool, account).stream()
                .map(call -> call.text("idempotency_key"))
                .distinct())
        .as(tool + " of " + account)
        .hasSize(1);
  }

  private record Interrupted(String account, String step, Point point, String id) {}
}
