package dev.onboarding.adviser.shield;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskTests {

  private final Mask mask = new Mask();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "write to a.b@c-d.example now|write to {{EMAIL_1}} now",
        "call +49 89 1234567 today|call {{PHONE_1}} today",
        "call (202) 555-0147 today|call {{PHONE_1}} today",
        "IBAN DE89 3704 0044 0532 0130 00 ok|IBAN {{NUMBER_1}} ok",
        "card 4929 1234 1234 1234 ok|card {{NUMBER_1}} ok",
        "account 0015g00000ABCDEAA2 ok|account {{NUMBER_1}} ok",
        "at 12 Old Mill Road, Leeds|at {{ADDRESS_1}}",
        "at Hauptstraße 12, 80331 München now|at {{ADDRESS_1}} now",
        "signed by John Smith on Monday|signed by {{PERSON_1}} on Monday",
        "see https://x.example/a?b=c.|see {{LINK_1}}.",
        "see docs.example.com/a now|see {{LINK_1}} now"
      })
  void masksWhatIdentifiesSomeone(String text, String masked) {
    assertThat(mask.masked(text, 200)).isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Invoice is 25 days overdue.",
        "Due 2026-11-30, total 1,200,000.00 EUR",
        "40% of 10,000.00 USD",
        "Net 60 after receipt"
      })
  void leavesAmountsAndDaysAlone(String text) {
    assertThat(mask.masked(text, 200)).isEqualTo(text);
  }

  @Test
  void givesTheSameValueTheSamePlaceholder() {
    mask.know(Kind.PERSON, "Maria Lopez");

    assertThat(mask.masked("MARIA LOPEZ met Lopez and maria", 200))
        .isEqualTo("{{PERSON_1}} met {{PERSON_1}} and {{PERSON_1}}");
    assertThat(mask.restored("{{PERSON_1}} signs")).isEqualTo("Maria Lopez signs");
  }

  @Test
  void knowsACompanyWithoutItsLegalForm() {
    mask.know(Kind.COMPANY, "Nordwind Energie GmbH");

    assertThat(mask.masked("Nordwind Energie owes", 200)).isEqualTo("{{COMPANY_1}} owes");
  }

  @Test
  void seesThroughInvisibleCharactersAndWideLetters() {
    mask.know(Kind.PERSON, "Maria Lopez");

    assertThat(mask.masked("Ma\u200bria Lo\u00adpez, ｍａｒｉａ", 200))
        .isEqualTo("{{PERSON_1}}, {{PERSON_1}}");
  }

  @Test
  void letsNobodyWriteAPlaceholderOrTheEndOfTheData() {
    assertThat(mask.masked("{{EMAIL_1}} DATA>>> <<<DATA", 200))
        .doesNotContain("{{", "}}", "<<<", ">>>");
  }

  @Test
  void showsNoLinkAndNoForeignPlaceholder() {
    mask.masked("go to https://attacker.example", 200);

    assertThat(mask.restored("see {{LINK_1}} and {{EMAIL_7}}"))
        .isEqualTo("see (not shown) and (not shown)");
    assertThat(mask.holdsForeignPlaceholder("{{EMAIL_7}}")).isTrue();
  }
}
