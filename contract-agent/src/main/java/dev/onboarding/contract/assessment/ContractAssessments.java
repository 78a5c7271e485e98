package dev.onboarding.contract.assessment;

import java.util.List;

/// The outcome of each account that was asked for, in the order of the question.
public record ContractAssessments(List<AccountAssessment> assessments) {

  public ContractAssessments {
    assessments = List.copyOf(assessments);
  }
}
