package dev.onboarding.edge.trace;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.util.HashMap;
import java.util.Map;

/// Where the traces of one server go: to the OTLP receiver that OpenTelemetry's own variables name,
/// else nowhere. Never the process's global telemetry, because several servers may share a process.
public final class TraceReceiver {

  private TraceReceiver() {}

  /// Closed by closing what it returns, if that is [AutoCloseable].
  ///
  /// @param environment `OTEL_EXPORTER_OTLP_ENDPOINT` or `OTEL_EXPORTER_OTLP_TRACES_ENDPOINT`
  ///   switch it on; headers, protocol, sampler and resource attributes are read as OpenTelemetry
  ///   documents them
  /// @param service the server's name, unless `OTEL_SERVICE_NAME` says otherwise
  public static OpenTelemetry fromEnvironment(Map<String, String> environment, String service) {
    boolean on =
        !environment.getOrDefault("OTEL_EXPORTER_OTLP_ENDPOINT", "").isBlank()
            || !environment.getOrDefault("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "").isBlank();
    if (!on || "true".equalsIgnoreCase(environment.get("OTEL_SDK_DISABLED"))) {
      return OpenTelemetry.noop();
    }
    OpenTelemetrySdk sdk =
        AutoConfiguredOpenTelemetrySdk.builder()
            .disableShutdownHook()
            .addPropertiesSupplier(() -> defaults(service))
            .addPropertiesCustomizer(config -> properties(environment))
            .build()
            .getOpenTelemetrySdk();
    return sdk;
  }

  private static Map<String, String> defaults(String service) {
    return Map.of(
        "otel.traces.exporter", "otlp",
        "otel.metrics.exporter", "none",
        "otel.logs.exporter", "none",
        "otel.service.name", service,
        "otel.exporter.otlp.protocol", "http/protobuf");
  }

  /// Only traces leave, whatever the process is told for its other telemetry.
  private static Map<String, String> properties(Map<String, String> environment) {
    Map<String, String> properties = new HashMap<>();
    environment.forEach((name, value) -> {
      if (name.startsWith("OTEL_")) {
        properties.put(name.toLowerCase(java.util.Locale.ROOT).replace('_', '.'), value);
      }
    });
    properties.put("otel.metrics.exporter", "none");
    properties.put("otel.logs.exporter", "none");
    return properties;
  }
}
