package dev.onboarding.adviser;

import dev.onboarding.adviser.ask.Answered;
import dev.onboarding.adviser.ask.Asker;
import dev.onboarding.adviser.ask.Candidate;
import dev.onboarding.adviser.ask.Inquiry;
import dev.onboarding.adviser.budget.Ledger;
import dev.onboarding.adviser.budget.Spending;
import dev.onboarding.adviser.model.ModelList;
import dev.onboarding.adviser.model.ModelName;
import dev.onboarding.adviser.model.Models;
import dev.onboarding.adviser.task.AdviceTask;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/// Everything that advises, built from configuration: with models where they are configured, else
/// the fallback. Never throws when it is asked; what is wrong with the settings shows when it is
/// built.
public final class Advisers implements AutoCloseable {

  private final AdviserSettings settings;
  private final Models models;
  private final Asker asker;
  private final Map<AdviceTask, List<Candidate>> chains = new EnumMap<>(AdviceTask.class);

  /// What advisers are given by the server they run in.
  ///
  /// @param telemetry [OpenTelemetry#noop] where traces go nowhere
  /// @param awsCredentials null for AWS's default chain
  public record Surroundings(
      Ledger ledger,
      MeterRegistry meters,
      OpenTelemetry telemetry,
      Clock clock,
      @Nullable AwsCredentialsProvider awsCredentials) {

    /// With the credentials that AWS's default chain finds.
    public Surroundings(Ledger ledger, MeterRegistry meters, OpenTelemetry telemetry, Clock clock) {
      this(ledger, meters, telemetry, clock, null);
    }
  }

  private Advisers(AdviserSettings settings, Surroundings around) {
    this.settings = settings;
    this.models =
        new Models(
            new Models.Access(
                settings.openai().key(),
                settings.openai().baseUrl(),
                settings.bedrock().model(),
                settings.bedrock().region(),
                settings.bedrock().endpoint(),
                around.awsCredentials(),
                settings.deadline()),
            ModelList.read(settings.prices()),
            around.clock());
    this.asker =
        new Asker(
            new Spending(around.ledger(), settings.budget(), around.clock()),
            settings.breaker(),
            around.meters(),
            around.telemetry(),
            settings.tracing().contents());
    for (AdviceTask task : AdviceTask.values()) {
      chains.put(task, chain(task));
    }
    warmUp();
  }

  /// Makes the clients beside the start: loading their classes can take longer than a deadline.
  private void warmUp() {
    chains.values().stream()
        .flatMap(List::stream)
        .map(Candidate::model)
        .filter(Objects::nonNull)
        .distinct()
        .forEach(model -> Thread.ofVirtual().name("adviser-warm-up").start(model::isConfigured));
  }

  /// @throws IllegalArgumentException when a setting cannot work
  public static Advisers of(AdviserSettings settings, Surroundings around) {
    return new Advisers(settings, around);
  }

  private List<Candidate> chain(AdviceTask task) {
    return settings.chain(task).stream()
        .filter(written -> !written.isBlank() && !written.equals("fallback"))
        .map(this::name)
        .filter(models::isConfigured)
        .distinct()
        .map(this::candidate)
        .toList();
  }

  private ModelName name(String written) {
    return ModelName.parse(written, settings.openai().model(), settings.bedrock().model());
  }

  private Candidate candidate(ModelName name) {
    return new Candidate(name, models.of(name).orElse(null));
  }

  public Adviser adviser() {
    return isConfigured() ? new ModelAdviser(desk()) : new FallbackAdviser();
  }

  public TermsAdviser terms() {
    return isConfigured() ? new ModelAdviser(desk()) : new FallbackAdviser();
  }

  /// For comparisons of prompts and models.
  public Trial trial() {
    return new Trial(asker, written -> candidate(name(written)), settings.deadline());
  }

  /// The models of a task that are asked, in order; empty when the fallback stands alone.
  public List<String> models(AdviceTask task) {
    return chains.getOrDefault(task, List.of()).stream()
        .map(each -> each.name().toString())
        .toList();
  }

  private boolean isConfigured() {
    return chains.values().stream().anyMatch(chain -> !chain.isEmpty());
  }

  private ModelAdviser.Desk desk() {
    return new ModelAdviser.Desk() {
      @Override
      public <T> Answered<T> ask(Inquiry<T> inquiry) {
        return asker.ask(
            inquiry, chains.getOrDefault(inquiry.task(), List.of()), settings.deadline());
      }
    };
  }

  @Override
  public void close() {
    asker.close();
    models.close();
  }
}
