package dev.onboarding.coordinator.advice;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.onboarding.adviser.AdviceRequest;
import dev.onboarding.adviser.AdviserSettings;
import dev.onboarding.adviser.Advisers;
import dev.onboarding.adviser.budget.LocalLedger;
import dev.onboarding.adviser.task.AdviceTask;
import dev.onboarding.adviser.task.Prompts;
import dev.onboarding.coordinator.rule.Contexts;
import dev.onboarding.coordinator.rule.RuleSet;
import dev.onboarding.coordinator.rule.SoundAccount;
import dev.onboarding.edge.EdgeJson;
import dev.onboarding.model.Money;
import dev.onboarding.model.finding.Domain;
import dev.onboarding.model.finding.InvoiceStatus;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.yaml.snakeyaml.Yaml;

/// Recorded answers, told as they were: how a comparison judges an answer does not change unseen.
class GoldenAnswersTests {

  private static final WireMockServer MODEL = new WireMockServer(options().dynamicPort());
  private static Advisers advisers;

  /// One recorded answer.
  record Golden(
      String name,
      String story,
      AdviceTask task,
      String said,
      boolean fits,
      @Nullable Boolean agrees,
      @Nullable Boolean grounded) {

    @Override
    public String toString() {
      return name;
    }
  }

  @BeforeAll
  static void start() {
    MODEL.start();
    var settings =
        Map.of(
            "onboarding.adviser.openai.api-key",
            "sk-of-the-tests",
            "onboarding.adviser.openai.base-url",
            MODEL.baseUrl() + "/v1");
    advisers =
        Advisers.of(
            new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("onboarding.adviser", AdviserSettings.class),
            new Advisers.Surroundings(
                new LocalLedger(),
                new SimpleMeterRegistry(),
                OpenTelemetry.noop(),
                Clock.systemUTC()));
  }

  @AfterAll
  static void stop() {
    advisers.close();
    MODEL.stop();
  }

  @ParameterizedTest
  @MethodSource("golden")
  void tellsARecordedAnswerAsItWasTold(Golden golden) {
    MODEL.resetAll();
    MODEL.stubFor(post("/v1/chat/completions").willReturn(okJson(completion(golden.said()))));
    var assessments = account(golden.story()).assessments();
    var decision = RuleSet.onboardingPolicy().decide(assessments, Contexts.PLAIN);

    var outcome =
        advisers
            .trial()
            .ask(
                golden.task(),
                new AdviceRequest(decision, assessments, List.of()),
                Prompts.shipped().of(golden.task()),
                "openai:gpt-4o-mini");

    assertThat(outcome.fits()).as("%s", outcome.origin()).isEqualTo(golden.fits());
    assertThat(outcome.agrees()).as("%s", outcome.origin()).isEqualTo(golden.agrees());
    assertThat(outcome.grounded()).as("%s", outcome.origin()).isEqualTo(golden.grounded());
    assertThat(outcome.origin().costUsd()).isPositive();
  }

  @Test
  void holdsGoodAndBadAnswers() throws IOException {
    assertThat(golden()).extracting(Golden::fits).contains(true, false);
    assertThat(golden()).extracting(Golden::agrees).contains(true, false);
    assertThat(golden()).extracting(Golden::grounded).contains(true, false);
  }

  static List<Golden> golden() throws IOException {
    try (var file = GoldenAnswersTests.class.getResourceAsStream("/golden/advice.yaml")) {
      List<Map<String, Object>> answers = new Yaml().load(file);
      return answers.stream().map(GoldenAnswersTests::read).toList();
    }
  }

  private static Golden read(Map<String, Object> answer) {
    return new Golden(
        (String) answer.get("name"),
        (String) answer.get("story"),
        AdviceTask.named((String) answer.get("task")),
        (String) answer.get("said"),
        (Boolean) answer.get("fits"),
        (Boolean) answer.get("agrees"),
        (Boolean) answer.get("grounded"));
  }

  private static SoundAccount account(String story) {
    return switch (story) {
      case "sound" -> SoundAccount.sound();
      case "overdue" ->
          SoundAccount.sound()
              .with(Domain.INVOICE, "status", InvoiceStatus.OPEN)
              .with(Domain.INVOICE, "remaining", Money.of("25000", "USD"))
              .with(Domain.INVOICE, "paidShare", 0.75)
              .with(Domain.INVOICE, "daysOverdue", 25);
      default -> throw new IllegalArgumentException(story);
    };
  }

  private static String completion(String said) {
    return EdgeJson.mapper()
        .writeValueAsString(
            Map.of(
                "id",
                "chatcmpl-golden",
                "object",
                "chat.completion",
                "created",
                1,
                "model",
                "gpt-4o-mini",
                "choices",
                List.of(
                    Map.of(
                        "index",
                        0,
                        "finish_reason",
                        "stop",
                        "message",
                        Map.of("role", "assistant", "content", said))),
                "usage",
                Map.of("prompt_tokens", 300, "completion_tokens", 60, "total_tokens", 360)));
  }
}
