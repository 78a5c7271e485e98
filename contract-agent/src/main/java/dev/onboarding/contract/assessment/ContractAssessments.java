package dev.onboarding.contract.assessment;

import java.util.List;

/// The outcome of each account that was asked for, in the order of the question.
record ContractAssessments(List<AccountAssessment> assessments) {

  ContractAssessments {
    assessments = List.copyOf(assessments);
  }
}
