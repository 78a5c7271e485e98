package dev.onboarding.finance.assessment;

import dev.onboarding.finance.establishment.InvoicesOfAccount;
import dev.onboarding.finance.establishment.Reading;
import dev.onboarding.model.Failure;

/// What became of reading one account's invoices: an answer, or the reason there is none.
sealed interface InvoiceRead {

  /// The system answered; an empty answer is confirmed absence.
  record Answered(InvoicesOfAccount invoices, Reading reading) implements InvoiceRead {}

  /// Nothing is known.
  record NotRead(Failure failure) implements InvoiceRead {}
}
