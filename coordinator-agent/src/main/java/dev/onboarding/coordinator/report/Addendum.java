package dev.onboarding.coordinator.report;

import dev.onboarding.adviser.ask.Origin;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Advice that came after the decision and is added to the report of its attempt. People read it;
/// no message and no mail that leaves has a place for it.
///
/// @param number counts from one within the attempt
/// @param task what was asked, such as `summary`
/// @param origin who says so, by which prompt, and what it took
/// @param text paragraphs for people; empty when no model's words were used, and once erased
/// @param content the same in parts; null when there is no text
public record Addendum(
    int attempt,
    int number,
    String task,
    Origin origin,
    List<String> text,
    @Nullable JsonNode content,
    Instant addedAt) {

  public Addendum {
    text = List.copyOf(text);
  }

  /// Whether there is something to read.
  public boolean isTold() {
    return !text.isEmpty();
  }

  /// As an interface for machines shows it: nothing in it is a link, a credential or invisible.
  public Addendum shown() {
    return new Addendum(
        attempt,
        number,
        task,
        origin,
        text.stream().map(Texts.PLAIN::shown).toList(),
        null,
        addedAt);
  }
}
