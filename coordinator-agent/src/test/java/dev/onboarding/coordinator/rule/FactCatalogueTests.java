package dev.onboarding.coordinator.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.finding.Domain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FactCatalogueTests {

  private static final Path DOCUMENT = Path.of("..", "docs", "facts.md");
  private static final String REGENERATE = "facts.write";

  @Test
  void isWhatTheDocumentSays() throws IOException {
    if (Boolean.getBoolean(REGENERATE)) {
      Files.createDirectories(DOCUMENT.getParent());
      Files.writeString(DOCUMENT, document());
    }

    assertThat(DOCUMENT)
        .as(
            "docs/facts.md is generated; write it again with:"
                + " ./mvnw test -pl coordinator-agent -am -Dtest=FactCatalogueTests"
                + " -Dsurefire.failIfNoSpecifiedTests=false -Dfacts.write=true")
        .hasContent(document());
  }

  @Test
  void splitsMoneyIntoAmountAndCurrency() {
    assertThat(FactCatalogue.entries())
        .extracting(FactEntry::name)
        .contains("invoice.remaining_minor", "invoice.remaining_currency", "invoice.days_overdue")
        .doesNotContain("invoice.remaining", "invoice.sentence", "invoice.billing_email");
  }

  @Test
  void knowsWhatMayBeAbsent() {
    assertThat(FactCatalogue.entries())
        .filteredOn(entry -> entry.name().equals("invoice.due"))
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.nullable()).isTrue();
          assertThat(entry.type()).isEqualTo(FactType.STRING);
        });
    assertThat(FactCatalogue.entries())
        .filteredOn(entry -> entry.name().equals("invoice.paid_share"))
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.nullable()).isFalse();
          assertThat(entry.type()).isEqualTo(FactType.DOUBLE);
        });
  }

  @Test
  void listsTheDomainsAndFailuresThatThereAre() {
    assertThat(values("any.domain"))
        .isEqualTo(Arrays.stream(Domain.values()).map(Domain::toString).toList());
    assertThat(values("any.failure_type"))
        .isEqualTo(Arrays.stream(ErrorType.values()).map(ErrorType::toString).toList());
  }

  @Test
  void namesTheFieldsThatAFactOfAnotherSystemComesFrom() {
    assertThat(FactCatalogue.entries())
        .filteredOn(entry -> !entry.name().matches("(any|run)\\..*|link\\.kind"))
        .allSatisfy(entry -> assertThat(entry.from()).as(entry.name()).isNotEmpty());
  }

  private static List<String> values(String name) {
    return FactCatalogue.entries().stream()
        .filter(entry -> entry.name().equals(name))
        .findFirst()
        .orElseThrow()
        .values();
  }

  private static String document() {
    return """
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
    """
        + FactCatalogue.entries().stream()
            .map(FactCatalogueTests::line)
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
