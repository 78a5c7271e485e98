package dev.onboarding.adviser;

import dev.onboarding.adviser.budget.Ledger;
import dev.onboarding.adviser.budget.LocalLedger;
import dev.onboarding.adviser.task.AdviceTask;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/// Advisers as a server builds them from its configuration.
final class Built implements AutoCloseable {

  static final String KEY = "sk-canary-0123456789";

  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final Advisers advisers;

  Built(Map<String, String> settings) {
    this(settings, new LocalLedger(), OpenTelemetry.noop());
  }

  Built(Map<String, String> settings, Ledger ledger, OpenTelemetry telemetry) {
    this.advisers =
        Advisers.of(
            bound(settings),
            new Advisers.Surroundings(
                ledger,
                meters,
                telemetry,
                Clock.systemUTC(),
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create("AKIACANARY", "canary-secret"))));
  }

  static AdviserSettings bound(Map<String, String> settings) {
    var properties = new HashMap<String, String>();
    settings.forEach((name, value) -> properties.put("onboarding.adviser." + name, value));
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate("onboarding.adviser", AdviserSettings.class);
  }

  static Map<String, String> openAi(PlayedModel model, String... more) {
    Map<String, String> settings = new HashMap<>();
    settings.put("openai.api-key", KEY);
    settings.put("openai.base-url", model.address() + "/v1");
    settings.put("deadline", "90s");
    settings.put("breaker.least-calls", "20");
    settings.put("budget.tokens-per-run", "10000000");
    settings.put("budget.usd-per-run", "100");
    for (int at = 0; at < more.length; at += 2) {
      settings.put(more[at], more[at + 1]);
    }
    return settings;
  }

  Advice advise(AdviceRequest request) {
    return advisers.adviser().advise(request);
  }

  double pieces(AdviceTask task, String because) {
    var counter =
        meters.find("adviser.pieces").tags("task", task.toString(), "because", because).counter();
    return counter == null ? 0 : counter.count();
  }

  @Override
  public void close() {
    advisers.close();
  }
}
