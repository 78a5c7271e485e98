package dev.onboarding.coordinator.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.model.finding.Domain;
import org.junit.jupiter.api.Test;

/// Sentences of rows, filled with the facts they fired on.
class SentenceTests {

  private static final FactSource INVOICE = FactSource.named("invoice").orElseThrow();

  @Test
  void writesEachKindOfFactForPeople() {
    assertThat(filled("{invoice.paid_share} of {invoice.remaining}"))
        .isEqualTo("100 % of 0.00 USD");
    assertThat(filled("{invoice.exempt}, {invoice.status}, {invoice.due}"))
        .isEqualTo("no, paid in full, 2024-11-03");
    assertThat(filled("{invoice.number} has {invoice.count}; {invoice.unapplied_credit}"))
        .isEqualTo("INV-1227 has 1; not given");
  }

  @Test
  void asksTheRunForWhatTheFindingDoesNotHave() {
    assertThat(filled("{run.mode} from {run.source}, again: {run.repeated}"))
        .isEqualTo("ACT from billing, again: no");
  }

  @Test
  void namesWhatNobodyHas() {
    var sentence = new Sentence("{invoice.numbr} and {account.name} of {invoice.number}", INVOICE);

    assertThat(sentence.unknownNames()).containsExactly("invoice.numbr", "account.name");
    assertThat(filled("{invoice.numbr} $1")).isEqualTo("{invoice.numbr} $1");
  }

  private static String filled(String template) {
    var invoice = SoundAccount.sound().assessments().invoice().findings().getFirst();
    return new Sentence(template, INVOICE)
        .filledFrom(new Subject(Domain.INVOICE, invoice, Contexts.PLAIN));
  }
}
