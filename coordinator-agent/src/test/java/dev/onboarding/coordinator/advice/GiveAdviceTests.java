package dev.onboarding.coordinator.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.coordinator.PlayedAccounts.Story;
import dev.onboarding.coordinator.RunningCoordinator;
import dev.onboarding.coordinator.report.Addendum;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GiveAdviceTests {

  private static final Clock NOW = Clock.systemUTC();

  private final RunningCoordinator coordinator = RunningCoordinator.shared();
  private final Advising advising = new Advising(coordinator);

  @Test
  void addsWhatModelsSayToTheReportInEveryForm() throws Exception {
    var ticket = advising.ordered(Story.OVERDUE);

    advising
        .give(
            Advising.saying("summary", run -> List.of("First <b>words</b> of a *model*.")),
            Advising.saying("risk", run -> List.of("Second words.", "Third words.")))
        .give(ticket, NOW);

    assertThat(advising.report(ticket, "md"))
        .contains("## Addendum 1. Advice, added at ", ": summary", "gpt-of-the-tests", "summary-1")
        .contains("First &lt;b&gt;words&lt;/b&gt; of a \\*model\\*.")
        .contains("## Addendum 2. Advice, added at ", "- Third words.");
    assertThat(advising.report(ticket, "html"))
        .contains("Addendum 1. Advice, added at ", "First &lt;b&gt;words&lt;/b&gt; of a *model*.")
        .endsWith("</html>\n");
    assertThat(advising.report(ticket, "json"))
        .contains("\"addenda\"", "Second words.", "\"source\" : \"openai\"");
    var file = coordinator.reports.resolve("run_report_%s.md".formatted(ticket.run()));
    assertThat(Files.readString(file)).isEqualTo(advising.report(ticket, "md"));
  }

  @Test
  void showsAdviceInTheInterfaceWithItsSource() {
    var ticket = advising.ordered(Story.NOT_WON);

    advising
        .give(Advising.saying("summary", run -> List.of("See http://evil.example")))
        .give(ticket, NOW);

    var added = advising.detail(ticket).path("addenda").path(0);
    assertThat(added.path("number").asInt()).isEqualTo(1);
    assertThat(added.at("/origin/source").asString()).isEqualTo("openai");
    assertThat(added.at("/origin/prompt_digest").asString()).hasSize(64);
    assertThat(added.at("/origin/cost_usd").decimalValue()).isEqualByComparingTo(Advising.costs());
    assertThat(added.path("text").path(0).asString()).isEqualTo("See http[:]//evil.example");
    assertThat(advising.detail(ticket).at("/advice/source").asString()).isEqualTo("fallback");
  }

  @Test
  void changesNothingOfTheRun() {
    var ticket = advising.ordered(Story.OVERDUE);
    var before = advising.run(ticket);
    var decided = advising.stores().attempts().of(ticket.runId());
    var journal = advising.stores().journal().of(ticket.runId());

    advising.give(Advising.saying("summary", run -> List.of("Words."))).give(ticket, NOW);

    assertThat(advising.run(ticket)).isEqualTo(before);
    assertThat(advising.stores().attempts().of(ticket.runId())).isEqualTo(decided);
    assertThat(advising.stores().journal().of(ticket.runId())).isEqualTo(journal);
  }

  @Test
  void keepsThatAModelGaveNoneAndAddsNothingToTheReport() {
    var ticket = advising.ordered(Story.OVERDUE);
    var report = advising.report(ticket, "md");
    var silent =
        new Counsel() {
          @Override
          public List<String> tasks() {
            return List.of("risk");
          }

          @Override
          public List<Piece> on(JudgedRun run) {
            return List.of(Piece.without("risk", Advising.fallback()));
          }
        };

    advising.give(silent).give(ticket, NOW);

    assertThat(advising.report(ticket, "md")).isEqualTo(report);
    assertThat(advising.detail(ticket).at("/addenda/0/origin/because").asString())
        .isEqualTo("refused");
  }

  @Test
  void asksAgainAfterACrashOnlyForWhatWasNotKept() {
    var ticket = advising.ordered(Story.OVERDUE);
    var first = new AtomicInteger();
    var second = new AtomicInteger();
    var give =
        advising.give(
            Advising.saying("summary", run -> List.of("Asked " + first.incrementAndGet())),
            Advising.saying(
                "risk",
                run -> {
                  if (second.incrementAndGet() == 1) {
                    throw new IllegalStateException("The process ends here");
                  }
                  return List.of("Asked " + second);
                }));

    assertThatThrownBy(() -> give.give(ticket, NOW)).hasMessageContaining("The process ends here");
    give.give(ticket, NOW);

    assertThat(advising.kept(ticket.runId()))
        .extracting(each -> each.text().getFirst())
        .containsExactly("Asked 1", "Asked 2");
    assertThat(advising.ended(ticket)).isEqualTo("given");
  }

  @Test
  void givesUpWhatWasBegunTooOften() {
    var ticket = advising.ordered(Story.OVERDUE);
    var asked = new AtomicInteger();
    var give =
        advising.give(
            Advising.saying(
                "summary",
                run -> {
                  asked.incrementAndGet();
                  throw new IllegalStateException("The process ends here");
                }));

    for (int i = 0; i < Advising.SETTINGS.tries(); i++) {
      assertThatThrownBy(() -> give.give(ticket, NOW)).isInstanceOf(IllegalStateException.class);
    }
    give.give(ticket, NOW);
    give.give(ticket, NOW);

    assertThat(asked).hasValue(Advising.SETTINGS.tries());
    assertThat(advising.ended(ticket)).isEqualTo("given_up");
  }

  @Test
  void asksNobodyWhenNobodyWaitsAnyMore() {
    var ticket = advising.ordered(Story.OVERDUE);
    var late = Clock.offset(NOW, Advising.SETTINGS.staleAfter().plus(Duration.ofMinutes(1)));

    advising.give(Advising.saying("summary", run -> List.of("Words."))).give(ticket, late);

    assertThat(advising.kept(ticket.runId())).isEmpty();
    assertThat(advising.ended(ticket)).isEqualTo("too_late");
  }

  @Test
  void keepsNothingThatComesBackAfterTheErasure() {
    var ticket = advising.ordered(Story.OVERDUE);

    advising
        .give(
            Advising.saying(
                "summary",
                run -> {
                  erase(ticket.run());
                  return List.of("The name of somebody.");
                }))
        .give(ticket, NOW);

    assertThat(advising.kept(ticket.runId())).isEmpty();
    assertThat(advising.ended(ticket)).isEqualTo("outdated");
  }

  private void erase(UUID run) {
    var erasure = UUID.randomUUID();
    var at = NOW.instant().atOffset(ZoneOffset.UTC);
    coordinator
        .jdbc()
        .sql(
            """
            insert into coordinator.erasure
              (id, account, requested_by, reason, requested_at, completed_at)
            values (?, ?, 'test', 'test', ?, ?)\
            """)
        .params(erasure, run.toString(), at, at)
        .update();
    coordinator
        .jdbc()
        .sql("insert into coordinator.erased_run (run_id, erasure_id, erased_at) values (?, ?, ?)")
        .params(run, erasure, at)
        .update();
  }

  @Test
  void numbersEachAttemptsAddendaByThemselvesAndTakesATaskOnce() {
    var ticket = advising.ordered(Story.OVERDUE);
    var words = Advising.saying("summary", run -> List.of("Words."));
    advising.give(words).give(ticket, NOW);

    coordinator
        .bean(dev.onboarding.coordinator.pipeline.AdviceRows.class)
        .add(ticket.runId(), addendum("summary"));
    coordinator
        .bean(dev.onboarding.coordinator.pipeline.AdviceRows.class)
        .add(ticket.runId(), addendum("risk\u0000"));

    assertThat(advising.kept(ticket.runId()))
        .extracting(each -> each.number() + " " + each.text().getFirst())
        .containsExactly("1 Words.", "2 Other\ufffd words.");
  }

  private static Addendum addendum(String task) {
    return new Addendum(
        1,
        0,
        task.strip().replace("\u0000", ""),
        Advising.model(),
        List.of("Other\u0000 words."),
        null,
        NOW.instant());
  }
}
