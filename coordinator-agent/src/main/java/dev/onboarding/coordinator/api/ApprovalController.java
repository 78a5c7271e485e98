package dev.onboarding.coordinator.api;

import dev.onboarding.coordinator.http.ProblemException;
import dev.onboarding.coordinator.http.ProblemType;
import dev.onboarding.coordinator.http.StrictJson;
import dev.onboarding.coordinator.run.Approval;
import dev.onboarding.coordinator.run.ApprovalAnswer;
import dev.onboarding.coordinator.run.ApprovalDesk;
import dev.onboarding.coordinator.run.ApprovalResult;
import dev.onboarding.edge.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Takes a person's answer to an escalation.
@RestController
final class ApprovalController {

  private final StrictJson json;
  private final ApprovalDesk desk;

  ApprovalController(StrictJson json, ApprovalDesk desk) {
    this.json = json;
    this.desk = desk;
  }

  /// What a person sends.
  ///
  /// @param approver may be left out: whoever logged in is recorded
  /// @param findingsDigest of the findings that were shown, as the run tells it
  record AnswerBody(
      @Nullable String decision,
      @Nullable String approver,
      @Nullable String reason,
      @Nullable String findingsDigest) {}

  @PostMapping("/api/runs/{id}/approval")
  ResponseEntity<RunSummary> answer(@PathVariable String id, HttpServletRequest request) {
    var body = json.read(request, AnswerBody.class);
    var answer =
        new ApprovalAnswer(
            decision(body.decision()),
            approver(body.approver()),
            PersonText.reason(body.reason()),
            digest(body.findingsDigest()));
    var result =
        desk.answer(RunsController.runId(id), answer).orElseThrow(RunsController::noSuchRun);
    return switch (result) {
      case ApprovalResult.Accepted(var run, var repeated) ->
          ResponseEntity.status(repeated ? 200 : 202).body(RunSummary.of(run));
      case ApprovalResult.Refused(var code, var detail, var differences) ->
          throw new ProblemException(ProblemType.ofCode(code), detail);
    };
  }

  /// Whoever logged in, whatever the body says; without a login nobody answers.
  private static String approver(@Nullable String named) {
    Caller caller = Caller.current();
    if (caller == null || !caller.isPerson()) {
      throw new ProblemException(
          ProblemType.PERSON_NEEDED,
          "Show the access token of a person's login. Where the coordinator knows no issuer of"
              + " tokens (ONBOARDING_ISSUER), escalations wait.");
    }
    return PersonText.who("approver", named);
  }

  private static Approval.Answer decision(@Nullable String text) {
    return switch (text) {
      case "APPROVE" -> Approval.Answer.APPROVE;
      case "REJECT" -> Approval.Answer.REJECT;
      case null, default ->
          throw new ProblemException(ProblemType.INVALID_FIELD, "decision is APPROVE or REJECT.");
    };
  }

  /// An answer without it could be meant for other findings than those that stand now.
  private static String digest(@Nullable String value) {
    if (value == null || value.isBlank()) {
      throw new ProblemException(
          ProblemType.INVALID_FIELD,
          "findings_digest is missing: give the one of the run as it was shown (GET"
              + " /api/runs/{id}).");
    }
    return value;
  }
}
