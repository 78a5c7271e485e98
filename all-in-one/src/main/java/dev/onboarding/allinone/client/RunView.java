package dev.onboarding.allinone.client;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// A run as the coordinator's API shows it, read tolerantly.
public record RunView(JsonNode json) {

  private static final Set<String> RESTING =
      Set.of(
          "WAITING_APPROVAL",
          "WAITING_FACT",
          "COMPLETED",
          "REJECTED",
          "EXPIRED",
          "PARKED",
          "CANCELLED");

  public String id() {
    return json.path("run_id").asString("");
  }

  public String account() {
    return json.path("account").asString("");
  }

  public String state() {
    return json.path("state").asString("");
  }

  /// PROCEED, ESCALATE or BLOCK; empty while nothing is decided.
  public String verdict() {
    return json.path("decision").path("verdict").asString("");
  }

  /// What an approval is bound to.
  public String findingsDigest() {
    return json.path("findings_digest").asString("");
  }

  /// The sentences of the rows that fired, each with its id.
  public List<String> sentences() {
    return StreamSupport.stream(json.path("decision").path("fired").spliterator(), false)
        .map(row -> row.path("rule").asString() + "  " + row.path("says").asString())
        .toList();
  }

  /// Ids of the rows that fired and matter for the verdict, gravest first.
  public List<String> firedRows() {
    return StreamSupport.stream(json.path("decision").path("fired").spliterator(), false)
        .filter(row -> !"note".equals(row.path("tier").asString()))
        .map(row -> row.path("rule").asString())
        .toList();
  }

  /// When the latest attempt was decided.
  public Instant decidedAt() {
    JsonNode attempts = json.path("attempts");
    return Instant.parse(attempts.path(attempts.size() - 1).path("decided_at").asString());
  }

  /// Whether nothing more happens until a person, a fact or a repair comes.
  public boolean isResting() {
    return RESTING.contains(state())
        || (state().equals("WAITING_UPSTREAM") && verdict().equals("BLOCK"));
  }
}
