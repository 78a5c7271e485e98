package dev.onboarding.adviser;

import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringArrayKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.adviser.budget.LocalLedger;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class TracesTests {

  private static final PlayedModel MODEL = new PlayedModel();
  private static final String GOOD =
      "{\"decision\":\"BLOCK\",\"summary\":\"The invoice is 25 days overdue.\"}";

  private final InMemorySpanExporter spans = InMemorySpanExporter.create();
  private final OpenTelemetry telemetry =
      OpenTelemetrySdk.builder()
          .setTracerProvider(
              SdkTracerProvider.builder()
                  .addSpanProcessor(SimpleSpanProcessor.create(spans))
                  .build())
          .build();

  @AfterAll
  static void stop() {
    MODEL.close();
  }

  private static Map<String, String> summaryOnly(String... more) {
    Map<String, String> settings = Built.openAi(MODEL, more);
    settings.put("chain[0]", "fallback");
    settings.put("tasks.summary[0]", "openai");
    return settings;
  }

  @Test
  void tellsModelPromptUseAndCostByTheConventions() {
    MODEL.answers(asked -> PlayedModel.says(GOOD));
    try (var built = new Built(summaryOnly(), new LocalLedger(), telemetry)) {
      built.advise(Requests.plain().blocked());
    }

    SpanData span = spans.getFinishedSpanItems().getFirst();
    assertThat(span.getName()).isEqualTo("chat gpt-4o-mini");
    var attributes = span.getAttributes();
    assertThat(attributes.get(stringKey("gen_ai.operation.name"))).isEqualTo("chat");
    assertThat(attributes.get(stringKey("gen_ai.provider.name"))).isEqualTo("openai");
    assertThat(attributes.get(stringKey("gen_ai.request.model"))).isEqualTo("gpt-4o-mini");
    assertThat(attributes.get(stringKey("gen_ai.response.model")))
        .isEqualTo("gpt-4o-mini-2024-07-18");
    assertThat(attributes.get(longKey("gen_ai.usage.input_tokens"))).isEqualTo(900);
    assertThat(attributes.get(longKey("gen_ai.usage.output_tokens"))).isEqualTo(100);
    assertThat(attributes.get(stringArrayKey("gen_ai.response.finish_reasons")))
        .containsExactly("stop");
    assertThat(attributes.get(stringKey("gen_ai.prompt.name"))).isEqualTo("summary");
    assertThat(attributes.get(stringKey("onboarding.prompt.version"))).isEqualTo("summary-1");
    assertThat(attributes.get(doubleKey("onboarding.advice.cost_usd"))).isEqualTo(0.000195);
    assertThat(attributes.get(stringKey("gen_ai.input.messages"))).isNull();
    assertThat(attributes.get(stringKey("gen_ai.output.messages"))).isNull();
  }

  @Test
  void writesContentsMaskedWhereTheyAreSwitchedOn() {
    MODEL.answers(asked -> PlayedModel.says(GOOD));
    try (var built =
        new Built(summaryOnly("tracing.contents", "true"), new LocalLedger(), telemetry)) {
      built.advise(Requests.plain().blocked());
    }

    var attributes = spans.getFinishedSpanItems().getFirst().getAttributes();
    assertThat(attributes.get(stringKey("gen_ai.input.messages")))
        .contains("{{PERSON_1}}")
        .doesNotContain(Requests.OWNER, Requests.SIGNATORY);
    assertThat(attributes.get(stringKey("gen_ai.output.messages"))).contains("overdue");
  }

  @Test
  void marksWhatFailedWithItsReason() {
    MODEL.answers(asked -> PlayedModel.error(429, "rate_limit_exceeded"));
    try (var built = new Built(summaryOnly(), new LocalLedger(), telemetry)) {
      built.advise(Requests.plain().blocked());
    }

    SpanData span = spans.getFinishedSpanItems().getFirst();
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(span.getAttributes().get(stringKey("error.type"))).isEqualTo("throttled");
  }
}
