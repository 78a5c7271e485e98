package dev.onboarding.coordinator.intake;

import dev.onboarding.coordinator.http.ProblemException;
import dev.onboarding.coordinator.http.ProblemType;
import dev.onboarding.coordinator.http.StrictJson;
import dev.onboarding.coordinator.intake.IntakeSettings.Source;
import dev.onboarding.coordinator.run.Opened;
import dev.onboarding.coordinator.run.RunPriority;
import dev.onboarding.coordinator.run.RunRequest;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Takes triggers of other systems: proves the sender, reads strictly, stores, and only then
/// answers.
@RestController
final class WebhookController {

  /// A clock may be wrong by so much; an event from further ahead is none.
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  private final StrictJson json;
  private final Senders senders;
  private final Intake intake;
  private final MeterRegistry meters;
  private final Clock clock;

  WebhookController(
      StrictJson json, Senders senders, Intake intake, MeterRegistry meters, Clock clock) {
    this.json = json;
    this.senders = senders;
    this.intake = intake;
    this.meters = meters;
    this.clock = clock;
  }

  @PostMapping("/webhook/onboarding")
  ResponseEntity<Accepted> receive(HttpServletRequest request) {
    var body = json.body(request);
    var tree = json.tree(body);
    var name = tree.path("source").asString("");
    var source =
        senders.authenticated(
            name,
            body,
            new Senders.Credentials(
                request.getHeader(Signature.HEADER), request.getHeader("Authorization")));
    var event = json.bind(tree, WebhookEvent.class);
    var opened = opened(trigger(name, event), Fields.timestamp(event.timestamp()), source);
    meters
        .counter(
            "onboarding.triggers.accepted",
            "source",
            name,
            "repeated",
            String.valueOf(opened.repeated()))
        .increment();
    return Accepted.answer(opened);
  }

  /// A known event is answered at any age; only a new one must be fresh.
  private Opened opened(RunRequest request, Instant sent, Source source) {
    var known = intake.known(request);
    if (known.isPresent()) {
      return new Opened(known.get(), true);
    }
    var now = clock.instant();
    if (sent.isBefore(now.minus(source.tolerance())) || sent.isAfter(now.plus(CLOCK_SKEW))) {
      throw new ProblemException(
          ProblemType.TIMESTAMP_STALE,
          "The timestamp may be %s old at most.".formatted(source.tolerance()));
    }
    return intake.open(request);
  }

  private static RunRequest trigger(String source, WebhookEvent event) {
    var id = Fields.id("event_id", event.eventId());
    return new RunRequest(
        source,
        id,
        event.correlationId() == null ? id : Fields.id("correlation_id", event.correlationId()),
        Fields.account(event.accountId()),
        Fields.opportunity(event.opportunityId()),
        null,
        RunPriority.PROMPT);
  }
}
