package dev.onboarding.allinone.doctor;

import dev.onboarding.adviser.AdviserSettings;
import dev.onboarding.adviser.Advisers;
import dev.onboarding.adviser.ModelCheckup;
import dev.onboarding.adviser.budget.LocalLedger;
import dev.onboarding.sandbox.Sandbox;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/// Examines the models that are configured, and the sandbox's in place of those that are not.
public final class ModelDoctor {

  private static final String SANDBOX_KEY = "sk-sandbox";
  private static final String SANDBOX_ACCESS = "AKIASANDBOX";
  private static final String SANDBOX_MODEL = "anthropic.claude-3-haiku-20240307-v1:0";
  private static final String PREFIX = "onboarding.adviser";

  private final Map<String, String> environment;
  private final Consumer<String> progress;

  /// @param progress told where the sandbox stands in, and what is missing
  public ModelDoctor(Map<String, String> environment, Consumer<String> progress) {
    this.environment = environment;
    this.progress = progress;
  }

  public List<Checkup> examine() {
    boolean openAi = has("OPENAI_API_KEY") || has("OPENAI_API_KEY_FILE");
    boolean bedrock = has("BEDROCK_MODEL");
    try (var sandbox = openAi && bedrock ? null : Sandbox.start(0, 0)) {
      List<Checkup> checkups = new ArrayList<>();
      checkups.addAll(
          openAi
              ? examine("openai", realOpenAi(), null)
              : examine("openai (sandbox)", sandboxOpenAi(sandbox), null));
      checkups.addAll(
          bedrock
              ? examine("bedrock", realBedrock(), null)
              : examine("bedrock (sandbox)", sandboxBedrock(sandbox), sandboxCredentials()));
      return checkups;
    }
  }

  private static List<Checkup> examine(
      String system, Map<String, String> settings, @Nullable AwsCredentialsProvider credentials) {
    var around =
        new Advisers.Surroundings(
            new LocalLedger(),
            new SimpleMeterRegistry(),
            OpenTelemetry.noop(),
            Clock.systemUTC(),
            credentials);
    try (var advisers = Advisers.of(bound(settings), around)) {
      return ModelCheckup.examine(advisers, system.startsWith("openai") ? "openai" : "bedrock")
          .stream()
          .map(
              step -> new Checkup(system, step.ok(), step.name() + ": " + step.found(), step.fix()))
          .toList();
    }
  }

  private static AdviserSettings bound(Map<String, String> settings) {
    var properties = new HashMap<String, String>();
    settings.forEach((name, value) -> properties.put(PREFIX + "." + name, value));
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate(PREFIX, AdviserSettings.class);
  }

  private Map<String, String> realOpenAi() {
    Map<String, String> settings = common();
    put(settings, "openai.api-key", "OPENAI_API_KEY");
    put(settings, "openai.api-key-file", "OPENAI_API_KEY_FILE");
    put(settings, "openai.base-url", "OPENAI_BASE_URL");
    put(settings, "openai.model", "OPENAI_MODEL");
    return settings;
  }

  private Map<String, String> sandboxOpenAi(@Nullable Sandbox sandbox) {
    progress.accept(
        "openai: OPENAI_API_KEY (or OPENAI_API_KEY_FILE) is not set; the sandbox stands in");
    Map<String, String> settings = common();
    settings.put("openai.api-key", SANDBOX_KEY);
    settings.put("openai.base-url", base(sandbox) + "/openai/v1");
    return settings;
  }

  private Map<String, String> realBedrock() {
    Map<String, String> settings = common();
    put(settings, "bedrock.model", "BEDROCK_MODEL");
    put(settings, "bedrock.region", "AWS_REGION");
    put(settings, "bedrock.endpoint", "BEDROCK_ENDPOINT_URL");
    return settings;
  }

  private Map<String, String> sandboxBedrock(@Nullable Sandbox sandbox) {
    progress.accept("bedrock: BEDROCK_MODEL is not set; the sandbox stands in");
    Map<String, String> settings = common();
    settings.put("bedrock.model", SANDBOX_MODEL);
    settings.put("bedrock.endpoint", base(sandbox) + "/bedrock");
    return settings;
  }

  private Map<String, String> common() {
    Map<String, String> settings = new HashMap<>();
    put(settings, "prices", "ONBOARDING_ADVISER_PRICES");
    settings.put("deadline", "20s");
    return settings;
  }

  private static String base(@Nullable Sandbox sandbox) {
    if (sandbox == null) {
      throw new IllegalStateException("The sandbox runs where it stands in");
    }
    return sandbox.baseUrl().toString();
  }

  private static AwsCredentialsProvider sandboxCredentials() {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create(SANDBOX_ACCESS, "sandbox"));
  }

  private void put(Map<String, String> settings, String name, String variable) {
    if (has(variable)) {
      settings.put(name, environment.getOrDefault(variable, ""));
    }
  }

  private boolean has(String variable) {
    return !environment.getOrDefault(variable, "").isBlank();
  }
}
