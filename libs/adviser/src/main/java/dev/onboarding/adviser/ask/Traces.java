package dev.onboarding.adviser.ask;

import dev.onboarding.adviser.model.Model;
import dev.onboarding.adviser.model.ModelName;
import dev.onboarding.adviser.model.Question;
import dev.onboarding.adviser.model.Reply;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// One span for each call of a model, by OpenTelemetry's conventions for generative AI.
final class Traces {

  static final AttributeKey<List<String>> FINISH_REASONS =
      AttributeKey.stringArrayKey("gen_ai.response.finish_reasons");

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Tracer tracer;
  private final boolean contents;

  /// @param contents whether what was said is written down, masked as it was sent
  Traces(OpenTelemetry telemetry, boolean contents) {
    this.tracer = telemetry.getTracer("dev.onboarding.adviser");
    this.contents = contents;
  }

  Span begin(Inquiry<?> inquiry, Model model, Question question, boolean repair) {
    Span span =
        tracer
            .spanBuilder("chat " + model.name().model())
            .setSpanKind(SpanKind.CLIENT)
            .setAttribute("gen_ai.operation.name", "chat")
            .setAttribute("gen_ai.provider.name", provider(model))
            .setAttribute("gen_ai.request.model", model.name().model())
            .setAttribute("gen_ai.request.max_tokens", (long) question.mostTokens())
            .setAttribute("gen_ai.output.type", "json")
            .setAttribute("gen_ai.prompt.name", inquiry.task().toString())
            .setAttribute("onboarding.prompt.version", inquiry.prompt().version())
            .setAttribute("onboarding.prompt.digest", inquiry.prompt().digest())
            .setAttribute("onboarding.run.id", inquiry.run())
            .setAttribute("onboarding.advice.repair", repair)
            .startSpan();
    String host = model.address().getHost();
    if (host != null) {
      span.setAttribute("server.address", host);
    }
    if (model.address().getPort() > 0) {
      span.setAttribute("server.port", (long) model.address().getPort());
    }
    if (contents) {
      span.setAttribute("gen_ai.system_instructions", parts(question.system()).toString());
      span.setAttribute("gen_ai.input.messages", messages(question));
    }
    return span;
  }

  void replied(Span span, Reply reply, double costUsd) {
    span.setAttribute("gen_ai.response.model", reply.model());
    span.setAttribute("gen_ai.usage.input_tokens", reply.inputTokens());
    span.setAttribute("gen_ai.usage.output_tokens", reply.outputTokens());
    span.setAttribute("onboarding.advice.cost_usd", costUsd);
    if (!reply.finish().isEmpty()) {
      span.setAttribute(FINISH_REASONS, List.of(reply.finish()));
    }
    if (contents) {
      ArrayNode said = JSON.createArrayNode();
      said.add(message("assistant", reply.text()).put("finish_reason", reply.finish()));
      span.setAttribute("gen_ai.output.messages", said.toString());
    }
  }

  void failed(Span span, Reason because) {
    span.setAttribute("error.type", because.toString());
    span.setStatus(StatusCode.ERROR);
  }

  private static String provider(Model model) {
    return model.name().provider() == ModelName.Provider.BEDROCK ? "aws.bedrock" : "openai";
  }

  private static String messages(Question question) {
    ArrayNode messages = JSON.createArrayNode();
    for (Question.Turn turn : question.turns()) {
      messages.add(message(turn.byModel() ? "assistant" : "user", turn.text()));
    }
    return messages.toString();
  }

  private static ObjectNode message(String role, String text) {
    ObjectNode message = JSON.createObjectNode().put("role", role);
    message.set("parts", parts(text));
    return message;
  }

  private static ArrayNode parts(String text) {
    ArrayNode parts = JSON.createArrayNode();
    parts.addObject().put("type", "text").put("content", text);
    return parts;
  }
}
