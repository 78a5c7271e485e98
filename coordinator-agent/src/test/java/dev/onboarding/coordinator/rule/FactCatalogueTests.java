package dev.onboarding.coordinator.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.finding.Domain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactCatalogueTests {

  private static final Path DOCUMENT = Path.of("..", "docs", "facts.md");
  private static final String REGENERATE = "facts.write";

  @Test
  void isWhatTheDocumentSays() throws IOException {
    if (Boolean.getBoolean(REGENERATE)) {
      Files.createDirectories(DOCUMENT.getParent());
      Files.writeString(DOCUMENT, FactsPage.text());
    }

    assertThat(DOCUMENT)
        .as(
            "docs/facts.md is generated; write it again with:"
                + " ./mvnw test -pl coordinator-agent -am -Dtest=FactCatalogueTests"
                + " -Dsurefire.failIfNoSpecifiedTests=false -Dfacts.write=true")
        .hasContent(FactsPage.text());
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
}
