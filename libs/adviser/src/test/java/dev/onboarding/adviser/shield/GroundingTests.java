package dev.onboarding.adviser.shield;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroundingTests {

  private static final Evidence EVIDENCE =
      Evidence.of(
          List.of(
              "invoice.remaining: 6,000.00 EUR",
              "invoice.paid_share: 0.4 (40%)",
              "invoice.due: 2026-11-05",
              "row 1 says: \"Invoice {{NUMBER_1}} is 25 days overdue at Contoso.\""));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The invoice is 25 days overdue.",
        "40% is paid and 6,000 EUR remain.",
        "6.000,00 EUR remain since 5 November 2026.",
        "Ask Finance about Contoso's invoice {{NUMBER_1}}."
      })
  void holdsWhatTheEvidenceSays(String text) {
    assertThat(Grounding.of(text, EVIDENCE)).matches(Grounding::holds);
  }

  @Test
  void namesWhatTheEvidenceDoesNotSay() {
    Grounding grounding =
        Grounding.of("It is 26 days overdue, says Fabrikam; see evil.example.com.", EVIDENCE);

    assertThat(grounding.numbers()).containsExactly("26");
    assertThat(grounding.names()).containsExactly("Fabrikam");
    assertThat(grounding.links()).isNotEmpty();
  }

  @Test
  void findsANameThatBeginsASentence() {
    assertThat(Grounding.of("John Doe must sign.", EVIDENCE).names()).contains("John", "Doe");
  }
}
