package dev.onboarding.coordinator.rule;

import java.util.stream.Collectors;

/// The catalogue of facts as a page for people and models, `docs/facts.md`.
public final class FactsPage {

  private static final String HEAD =
      """
      # Facts

      Everything a row of the rule table may ask about. Generated from the finding records; a test
      compares this page with them and says how to write it again.

      `any` stands for a domain's answer as a whole, and `run` for what surrounds the judgement; every
      row may ask about the run. "or null" means the fact may be confirmed
      absent; a fact that could not be read never gets here, because its domain has failed then.
      Days are text, `2026-01-31`, and compare as text. Money is a count of the smallest unit
      beside its currency. What is personal is gone once the customer's personal data was erased.

      "Read from" names the fields as the vendors do: of the CRM's objects, of DocuSign's envelope,
      its recipients and the agreement, and of NetSuite's records.

      | fact | type | unit | meaning | read from |
      |---|---|---|---|---|
      """;

  private FactsPage() {}

  public static String text() {
    return HEAD
        + FactCatalogue.entries().stream()
            .map(FactsPage::line)
            .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String line(FactEntry entry) {
    String values =
        entry.values().isEmpty()
            ? ""
            : entry.values().stream().collect(Collectors.joining("`, `", " One of `", "`."));
    return "| `%s` | %s%s | %s | %s%s%s | %s |"
        .formatted(
            entry.name(),
            entry.type(),
            entry.nullable() ? " or null" : "",
            entry.unit(),
            entry.meaning(),
            values,
            entry.personal() ? " Personal." : "",
            String.join(", ", entry.from()));
  }
}
