package dev.onboarding.finance.assessment;

import java.util.List;

/// The outcome of each account that was asked for, in the order of the question.
record InvoiceAssessments(List<AccountAssessment> assessments) {

  InvoiceAssessments {
    assessments = List.copyOf(assessments);
  }
}
