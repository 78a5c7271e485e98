package dev.onboarding.coordinator.docusign;

import dev.onboarding.coordinator.http.StrictJson;
import dev.onboarding.coordinator.intake.StorePatience;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Takes events of DocuSign Connect. Whatever DocuSign signed is answered with success once it is
/// stored, also when it concerns nobody here: anything else would be delivered again for days.
@RestController
final class ConnectController {

  private final StrictJson json;
  private final ConnectSettings settings;
  private final ConnectKeys keys;
  private final ConnectDesk desk;
  private final StorePatience patience;
  private final MeterRegistry meters;

  ConnectController(
      StrictJson json,
      ConnectSettings settings,
      ConnectKeys keys,
      ConnectDesk desk,
      StorePatience patience,
      MeterRegistry meters) {
    this.json = json;
    this.settings = settings;
    this.keys = keys;
    this.desk = desk;
    this.patience = patience;
    this.meters = meters;
  }

  /// The answer: what came of the event.
  record Answer(Heard outcome) {}

  @PostMapping("/webhook/docusign")
  Answer receive(HttpServletRequest request) {
    var body = json.body(request, settings.maxBody());
    keys.require(body, signatures(request));
    var heard =
        ConnectEvent.of(json.tree(body))
            .map(event -> patience.within(() -> desk.hear(event)))
            .orElse(Heard.IGNORED);
    meters.counter("onboarding.docusign.events", "outcome", heard.toString()).increment();
    return new Answer(heard);
  }

  private static List<String> signatures(HttpServletRequest request) {
    var prefix = ConnectKeys.HEADER.toLowerCase(Locale.ROOT);
    return Collections.list(request.getHeaderNames()).stream()
        .filter(name -> name.toLowerCase(Locale.ROOT).startsWith(prefix))
        .flatMap(name -> Collections.list(request.getHeaders(name)).stream())
        .limit(ConnectKeys.MOST_SIGNATURES)
        .toList();
  }
}
