package dev.onboarding.adviser;

import dev.onboarding.adviser.Advice.ExplainedFailure;
import dev.onboarding.model.Failure;
import dev.onboarding.model.finding.Assessment;
import dev.onboarding.model.finding.Domain;
import dev.onboarding.model.finding.Finding;
import java.util.ArrayList;
import java.util.List;

/// Tells failures as a person outside engineering would, and what they do not mean.
final class PlainFailures {

  private PlainFailures() {}

  static List<ExplainedFailure> of(AdviceRequest request) {
    List<ExplainedFailure> explained = new ArrayList<>();
    for (Assessment<? extends Finding> assessment : request.assessments().all()) {
      Failure failure = assessment.failure();
      if (failure != null) {
        explained.add(
            explain(
                assessment.domain().toString(),
                systemOf(assessment.domain()),
                failure,
                " The account was held back to be safe, not because anything is known to be wrong"
                    + " with it."));
      }
    }
    for (AdviceRequest.Incident incident : request.failures()) {
      explained.add(explain(incident.during(), "The system", incident.failure(), ""));
    }
    return List.copyOf(explained);
  }

  /// Every failure in the order of [#of], with the domain or step it happened in.
  static List<AdviceRequest.Incident> incidents(AdviceRequest request) {
    List<AdviceRequest.Incident> incidents = new ArrayList<>();
    for (Assessment<? extends Finding> assessment : request.assessments().all()) {
      Failure failure = assessment.failure();
      if (failure != null) {
        incidents.add(new AdviceRequest.Incident("reading the " + assessment.domain(), failure));
      }
    }
    incidents.addAll(request.failures());
    return List.copyOf(incidents);
  }

  private static ExplainedFailure explain(
      String where, String system, Failure failure, String meaning) {
    return new ExplainedFailure(
        where,
        failure.errorType().toString(),
        failure.errorCode(),
        system + " " + what(failure) + meaning,
        failure.resolution(),
        failure.owner());
  }

  private static String what(Failure failure) {
    return switch (failure.errorType()) {
      case AUTHENTICATION -> "did not accept our login, even after it was renewed once.";
      case AUTHORIZATION -> "knows us, but our user is not allowed to see or do this.";
      case VALIDATION -> "rejected what we sent or holds a value that cannot be right.";
      case RATE_LIMIT -> "is receiving more requests than our allowance and asked us to wait.";
      case SERVER_ERROR -> "had a fault of its own; it was tried again several times in vain.";
      case NETWORK -> "could not be reached over the network.";
      case INDETERMINATE ->
          "did not confirm whether the request was carried out; it may have been.";
    };
  }

  private static String systemOf(Domain domain) {
    return switch (domain) {
      case ACCOUNT, OPPORTUNITY, OWNER -> "Salesforce";
      case CONTRACT -> "DocuSign";
      case INVOICE -> "NetSuite";
      case LINK -> "The comparison of the systems";
    };
  }
}
