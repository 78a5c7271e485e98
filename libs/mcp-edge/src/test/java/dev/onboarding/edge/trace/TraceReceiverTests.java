package dev.onboarding.edge.trace;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class TraceReceiverTests {

  @Test
  void goesNowhereUnlessAReceiverIsNamed() {
    assertThat(TraceReceiver.fromEnvironment(Map.of(), "example")).isSameAs(OpenTelemetry.noop());
  }

  @Test
  void staysOffWhereOpenTelemetryIsDisabled() {
    var environment =
        Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:1", "OTEL_SDK_DISABLED", "true");

    assertThat(TraceReceiver.fromEnvironment(environment, "example"))
        .isSameAs(OpenTelemetry.noop());
  }

  @Test
  void reachesAnOtlpReceiverWithItsHeaders() throws IOException {
    List<String> received = new CopyOnWriteArrayList<>();
    HttpServer receiver = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    receiver.createContext(
        "/",
        exchange -> {
          String body = new String(exchange.getRequestBody().readAllBytes(), ISO_8859_1);
          received.add(
              exchange.getRequestURI()
                  + " "
                  + exchange.getRequestHeaders().getFirst("Authorization")
                  + " "
                  + body);
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    receiver.start();
    var environment =
        Map.of(
            "OTEL_EXPORTER_OTLP_ENDPOINT",
            "http://127.0.0.1:" + receiver.getAddress().getPort(),
            "OTEL_EXPORTER_OTLP_HEADERS",
            "Authorization=Basic%20abc",
            "OTEL_METRICS_EXPORTER",
            "otlp");

    try (var otlp =
        (OpenTelemetrySdk) TraceReceiver.fromEnvironment(environment, "example-server")) {
      otlp.getTracer("test").spanBuilder("tools/call example_greet").startSpan().end();
    } finally {
      receiver.stop(0);
    }

    assertThat(received)
        .singleElement()
        .asString()
        .startsWith("/v1/traces Basic abc")
        .contains("tools/call example_greet", "example-server");
  }
}
