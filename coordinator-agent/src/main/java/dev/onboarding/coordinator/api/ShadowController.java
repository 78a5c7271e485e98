package dev.onboarding.coordinator.api;

import dev.onboarding.coordinator.govern.DocumentKind;
import dev.onboarding.coordinator.govern.Documents;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// What a document in the shadow has said beside the one in force.
@RestController
final class ShadowController {

  private final Documents documents;
  private final ShadowRuns runs;
  private final ShadowPrompts prompts;
  private final ShadowChecklists checklists;

  ShadowController(Documents documents, JdbcClient jdbc) {
    this.documents = documents;
    this.runs = new ShadowRuns(jdbc);
    this.prompts = new ShadowPrompts(jdbc);
    this.checklists = new ShadowChecklists(jdbc);
  }

  /// Beside live runs, by verdict.
  record Rules(String digest, List<ShadowRuns.Way> ways) {

    Rules {
      ways = List.copyOf(ways);
    }
  }

  /// Beside live runs, by task and model.
  record Prompts(String digest, List<ShadowPrompts.Fared> fared) {

    Prompts {
      fared = List.copyOf(fared);
    }
  }

  /// Beside live runs, by task.
  ///
  /// @param beside how many checklists were made
  record Checklists(String digest, long beside, List<ShadowChecklists.Difference> differences) {

    Checklists {
      differences = List.copyOf(differences);
    }
  }

  @GetMapping("/api/rules/{digest}/shadow")
  Rules rules(@PathVariable String digest) {
    var whole = Digest.whole(documents, DocumentKind.RULES, digest);
    return new Rules(whole, runs.of(whole));
  }

  @GetMapping("/api/prompts/{digest}/shadow")
  Prompts prompts(@PathVariable String digest) {
    var whole = Digest.whole(documents, DocumentKind.PROMPTS, digest);
    return new Prompts(whole, prompts.of(whole));
  }

  @GetMapping("/api/checklist/{digest}/shadow")
  Checklists checklists(@PathVariable String digest) {
    var whole = Digest.whole(documents, DocumentKind.CHECKLIST, digest);
    return new Checklists(whole, checklists.beside(whole), checklists.of(whole));
  }
}
