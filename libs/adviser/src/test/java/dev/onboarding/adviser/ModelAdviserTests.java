package dev.onboarding.adviser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.adviser.PlayedModel.Answer;
import dev.onboarding.adviser.ask.Origin;
import dev.onboarding.adviser.ask.Reason;
import dev.onboarding.adviser.budget.Ledger;
import dev.onboarding.adviser.task.AdviceTask;
import dev.onboarding.model.decision.Verdict;
import io.opentelemetry.api.OpenTelemetry;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// What comes of models that answer well, badly, late or not at all.
class ModelAdviserTests {

  private static final PlayedModel MODEL = new PlayedModel();

  private static final Map<String, String> GOOD =
      Map.of(
          "risk",
          "{\"decision\":\"BLOCK\",\"risk_level\":\"high\",\"business_impact\":\"The contract of {{COMPANY_1}} is not signed, so service would be given without one.\",\"time_to_resolve\":\"3 to 10 business days\"}",
          "summary",
          "{\"decision\":\"BLOCK\",\"summary\":\"{{PERSON_1}} has not signed. The invoice is 25 days overdue.\"}",
          "actions",
          "{\"decision\":\"BLOCK\",\"actions\":[{\"title\":\"Collect what is overdue\",\"team\":\"Finance\",\"priority\":2},{\"title\":\"Ask {{PERSON_1}} to sign\",\"team\":\"Legal\",\"priority\":1}]}",
          "failures",
          "{\"failures\":[{\"number\":1,\"explanation\":\"The mail was not taken.\",\"resolution\":\"Send it again.\"}]}",
          "terms",
          "{\"summary\":\"Payment is late for a customer of this kind.\",\"notes\":[{\"term\":\"payment_terms\",\"says\":\"Payment is due 60 days after receipt.\"}]}");

  @AfterAll
  static void stop() {
    MODEL.close();
  }

  private static Answer good(JsonNode asked) {
    return PlayedModel.says(GOOD.get(PlayedModel.task(asked)));
  }

  @Test
  void speaksInTheModelsWordsAndPutsNamesBack() {
    MODEL.answers(ModelAdviserTests::good);
    try (var built = new Built(Built.openAi(MODEL))) {
      Advice advice = built.advise(Requests.plain().blocked());

      assertThat(advice.origins()).allMatch(Origin::fromModel);
      assertThat(advice.source())
          .isEqualTo("openai gpt-4o-mini-2024-07-18 (risk-1, summary-1, actions-1, failures-1)");
      assertThat(advice.summary())
          .isEqualTo(Requests.SIGNATORY + " has not signed. The invoice is 25 days overdue.");
      assertThat(advice.businessImpact()).contains("Canary Global Industries GmbH");
      assertThat(advice.riskLevel()).isEqualTo(RiskLevel.HIGH);
      assertThat(advice.actions())
          .containsExactly(
              new Advice.Action("Ask " + Requests.SIGNATORY + " to sign", Team.LEGAL, 1),
              new Advice.Action("Collect what is overdue", Team.FINANCE, 2));
      assertThat(advice.failures())
          .singleElement()
          .satisfies(failure -> {
            assertThat(failure.explanation()).isEqualTo("The mail was not taken.");
            assertThat(failure.errorCode()).isEqualTo("X-1");
          });
    }
  }

  @Test
  void recordsWhatEachPieceTook() {
    MODEL.answers(ModelAdviserTests::good);
    try (var built = new Built(Built.openAi(MODEL))) {
      Origin origin = built.advise(Requests.plain().blocked()).origins().getFirst();

      assertThat(origin.task()).isEqualTo(AdviceTask.RISK);
      assertThat(origin.inputTokens()).isEqualTo(900);
      assertThat(origin.outputTokens()).isEqualTo(100);
      assertThat(origin.costUsd()).isEqualByComparingTo(new BigDecimal("0.000195"));
      assertThat(origin.finishReason()).isEqualTo("stop");
      assertThat(origin.promptDigest()).hasSize(64);
      assertThat(origin.latency()).isPositive();
    }
  }

  @Test
  void sendsAStrictSchemaAndAsksOnce() {
    MODEL.answers(asked -> PlayedModel.error(429, "rate_limit_exceeded"));
    try (var built = new Built(Built.openAi(MODEL))) {
      built.advise(Requests.plain().request(Verdict.BLOCK));

      assertThat(MODEL.heard())
          .hasSize(4)
          .allMatch(heard -> heard.startsWith("/v1/chat/completions"));
      assertThat(MODEL.heard().getFirst())
          .contains("\"strict\":true", "\"additionalProperties\":false");
    }
  }

  static Stream<Arguments> bad() {
    return Stream.of(
        bad(
            "a refusal",
            Reason.REFUSED,
            asked -> PlayedModel.completion(null, "I cannot.", "stop")),
        bad(
            "a filter",
            Reason.REFUSED,
            asked -> PlayedModel.completion("", null, "content_filter")),
        bad("no text", Reason.EMPTY, asked -> PlayedModel.says("  ")),
        bad("a megabyte", Reason.TOO_LONG, asked -> PlayedModel.says("x".repeat(1 << 20))),
        bad(
            "half an answer",
            Reason.CUT_OFF,
            asked -> PlayedModel.completion("{\"dec", null, "length")),
        bad("prose", Reason.NOT_JSON, asked -> PlayedModel.says("Certainly!")),
        bad("another shape", Reason.WRONG_SHAPE, asked -> PlayedModel.says("{\"answer\":42}")),
        bad("throttling", Reason.THROTTLED, asked -> PlayedModel.error(429, "rate_limit_exceeded")),
        bad("no quota", Reason.OUT_OF_QUOTA, asked -> PlayedModel.error(429, "insufficient_quota")),
        bad("a wrong key", Reason.NOT_ALLOWED, asked -> PlayedModel.error(401, "invalid_api_key")),
        bad(
            "an unknown model",
            Reason.BAD_REQUEST,
            asked -> PlayedModel.error(404, "model_not_found")),
        bad("a fault", Reason.UNREACHABLE, asked -> PlayedModel.error(500, "server_error")),
        bad("a page", Reason.UNREACHABLE, asked -> new Answer(200, "<html>no</html>", 0)),
        bad(
            "German",
            Reason.WRONG_LANGUAGE,
            asked ->
                PlayedModel.says(
                    "{\"decision\":\"BLOCK\",\"summary\":\"Der Vertrag ist noch nicht unterschrieben und die Rechnung ist nicht bezahlt.\"}")),
        bad(
            "Japanese",
            Reason.WRONG_LANGUAGE,
            asked -> PlayedModel.says("{\"decision\":\"BLOCK\",\"summary\":\"契約書はまだ署名されていません。\"}")),
        bad(
            "the opposite",
            Reason.CONTRADICTS,
            asked -> PlayedModel.says("{\"decision\":\"PROCEED\",\"summary\":\"All is well.\"}")),
        bad(
            "an invention",
            Reason.UNGROUNDED,
            asked ->
                PlayedModel.says(
                    "{\"decision\":\"BLOCK\",\"summary\":\"The board of Fabrikam owes 777 dollars.\"}")));
  }

  private static Arguments bad(String name, Reason because, Function<JsonNode, Answer> script) {
    return Arguments.of(name, because, script);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bad")
  void fallsBackAndSaysWhy(String name, Reason because, Function<JsonNode, Answer> script) {
    MODEL.answers(
        asked -> PlayedModel.task(asked).equals("summary") ? script.apply(asked) : good(asked));
    try (var built = new Built(Built.openAi(MODEL))) {
      AdviceRequest request = Requests.plain().blocked();

      Advice advice = built.advise(request);

      Origin origin = advice.origins().get(1);
      assertThat(origin.source()).isEqualTo("fallback");
      assertThat(origin.because()).isEqualTo(because);
      assertThat(advice.summary()).isEqualTo(new FallbackAdviser().advise(request).summary());
      assertThat(advice.origins().getFirst().fromModel()).isTrue();
      assertThat(built.pieces(AdviceTask.SUMMARY, because.toString())).isOne();
    }
  }

  @Test
  void repairsOnce() {
    var asked = new AtomicInteger();
    MODEL.answers(body ->
        PlayedModel.task(body).equals("summary") && asked.getAndIncrement() == 0
            ? PlayedModel.says("Sure: {summary}")
            : good(body));
    try (var built = new Built(Built.openAi(MODEL, "chain[0]", "openai"))) {
      Origin origin = built.advise(Requests.plain().blocked()).origins().get(1);

      assertThat(origin.fromModel()).isTrue();
      assertThat(origin.tried()).singleElement().matches(Origin.Tried::repaired);
      assertThat(origin.inputTokens()).isEqualTo(1800);
      assertThat(asked).hasValue(2);
    }
  }

  @Test
  void doesNotWaitBeyondTheDeadline() {
    MODEL.answers(asked -> new Answer(200, good(asked).body(), 4_000));
    try (var built = new Built(Built.openAi(MODEL, "deadline", "300ms"))) {
      Advice advice = built.advise(Requests.plain().blocked());

      assertThat(advice.origins()).allMatch(origin -> origin.because() == Reason.TOO_SLOW);
      assertThat(advice.source()).isEqualTo("fallback");
    }
  }

  @Test
  void leavesAModelAloneThatKeepsFailing() {
    MODEL.answers(asked -> PlayedModel.error(500, "server_error"));
    try (var built =
        new Built(Built.openAi(MODEL, "breaker.least-calls", "4", "breaker.window", "4"))) {
      built.advise(Requests.plain().blocked());
      MODEL.answers(ModelAdviserTests::good);

      Advice advice = built.advise(Requests.plain().blocked());

      assertThat(advice.origins()).allMatch(origin -> origin.because() == Reason.RESTING);
      assertThat(MODEL.heard()).isEmpty();
    }
  }

  @Test
  void asksTheNextModelOfTheChain() {
    MODEL.answers(asked ->
        asked.path("model").asString("").equals("gpt-4.1")
            ? PlayedModel.error(429, "rate_limit_exceeded")
            : good(asked));
    try (var built =
        new Built(
            Built.openAi(MODEL, "tasks.risk[0]", "openai:gpt-4.1", "tasks.risk[1]", "openai"))) {
      Origin origin = built.advise(Requests.plain().blocked()).origins().getFirst();

      assertThat(origin.fromModel()).isTrue();
      assertThat(origin.tried())
          .extracting(Origin.Tried::model, Origin.Tried::because)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("openai:gpt-4.1", Reason.THROTTLED),
              org.assertj.core.groups.Tuple.tuple("openai:gpt-4o-mini", null));
    }
  }

  @Test
  void asksNoModelWithoutAPrice() {
    MODEL.answers(ModelAdviserTests::good);
    try (var built = new Built(Built.openAi(MODEL, "openai.model", "unheard-of"))) {
      Advice advice = built.advise(Requests.plain().blocked());

      assertThat(advice.origins()).allMatch(origin -> origin.because() == Reason.NO_PRICE);
      assertThat(MODEL.heard()).isEmpty();
    }
  }

  @Test
  void stopsWhereTheBudgetEnds() {
    MODEL.answers(ModelAdviserTests::good);
    try (var run = new Built(Built.openAi(MODEL, "budget.tokens-per-run", "100"));
        var day = new Built(Built.openAi(MODEL, "budget.usd-per-day", "0"))) {
      assertThat(run.advise(Requests.plain().blocked()).origins())
          .allMatch(origin -> origin.because() == Reason.RUN_BUDGET);
      assertThat(day.advise(Requests.plain().blocked()).origins())
          .allMatch(origin -> origin.because() == Reason.DAY_BUDGET);
      assertThat(MODEL.heard()).isEmpty();
    }
  }

  @Test
  void spendsNothingWhileTheLedgerIsDown() {
    Ledger down =
        new Ledger() {
          @Override
          public Optional<String> spend(List<Entry> entries) {
            throw new IllegalStateException("down");
          }

          @Override
          public void correct(List<Entry> differences) {}
        };
    MODEL.answers(ModelAdviserTests::good);
    try (var built = new Built(Built.openAi(MODEL), down, OpenTelemetry.noop())) {
      assertThat(built.advise(Requests.plain().blocked()).origins())
          .allMatch(origin -> origin.because() == Reason.BUDGET_UNKNOWN);
      assertThat(MODEL.heard()).isEmpty();
    }
  }

  @Test
  void needsNoKey() {
    try (var built = new Built(Map.of())) {
      Advice advice = built.advise(Requests.plain().blocked());

      assertThat(advice.source()).isEqualTo("fallback");
      assertThat(built.advisers.models(AdviceTask.RISK)).isEmpty();
    }
  }

  @Test
  void notesUnusualTerms() {
    MODEL.answers(ModelAdviserTests::good);
    try (var built = new Built(Built.openAi(MODEL))) {
      TermsAdvice advice =
          built
              .advisers
              .terms()
              .notes(
                  new TermsRequest(
                      List.of(new TermsRequest.Term("payment_terms", "60 days after receipt.")),
                      List.of(Requests.SIGNATORY),
                      AdviceContext.none()));

      assertThat(advice.origin().fromModel()).isTrue();
      assertThat(advice.notes())
          .containsExactly(
              new TermsAdvice.Note("payment_terms", "Payment is due 60 days after receipt."));
    }
  }

  @Test
  void showsNoSecretWhereSettingsArePrinted() {
    AdviserSettings settings = Built.bound(Built.openAi(MODEL));

    assertThat(settings.toString()).doesNotContain(Built.KEY);
  }
}
