package dev.onboarding.coordinator.assistant;

import dev.onboarding.coordinator.api.Ask;
import dev.onboarding.coordinator.api.RunDetail;
import dev.onboarding.coordinator.api.RunPages;
import dev.onboarding.coordinator.http.ProblemException;
import dev.onboarding.coordinator.run.ConflictingRunException;
import dev.onboarding.coordinator.run.RunFilter;
import dev.onboarding.coordinator.run.RunId;
import dev.onboarding.coordinator.run.RunState;
import dev.onboarding.model.AccountReference;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpTool;
import org.springframework.ai.mcp.annotation.McpTool.McpAnnotations;
import org.springframework.ai.mcp.annotation.McpToolParam;

/// The tools with which assistants start onboardings and read them.
final class OnboardingTools {

  private static final int PAGE = 50;

  private final Ask ask;
  private final RunPages pages;
  private final URI publicUrl;

  OnboardingTools(Ask ask, RunPages pages, URI publicUrl) {
    this.ask = ask;
    this.pages = pages;
    this.publicUrl = publicUrl;
  }

  @McpTool(
      name = "onboarding_start",
      title = "Start an onboarding",
      description =
          "Stores a run for the account and answers at once; ask onboarding_get_run how it stands."
              + " The same correlation id gives the same run.",
      annotations =
          @McpAnnotations(
              readOnlyHint = false,
              destructiveHint = false,
              idempotentHint = true,
              openWorldHint = true),
      generateOutputSchema = true)
  RunStanding start(
      @McpToolParam(description = "Salesforce account id, 15 or 18 characters, or external key")
          String accountId,
      @McpToolParam(description = "Your own name for this onboarding, 1 to 128 characters")
          String correlationId) {
    try {
      var opened = ask.run("assistant", accountId, correlationId, null, null);
      return RunStanding.of(found(opened.run().id().toString()), publicUrl);
    } catch (ProblemException refused) {
      throw refused.retryAfter().isPresent()
          ? new FailureException(
              Failure.of(
                  ErrorType.RATE_LIMIT,
                  refused.reason().toUpperCase(Locale.ROOT).replace('-', '_'),
                  null,
                  refused.detail()),
              refused.retryAfter().get(),
              refused)
          : invalid("INVALID_ARGUMENT", refused.detail());
    } catch (ConflictingRunException conflict) {
      throw invalid("CONFLICTING_ACCOUNT", String.valueOf(conflict.getMessage()));
    }
  }

  @McpTool(
      name = "onboarding_get_run",
      title = "Read a run",
      description = "How one onboarding stands.",
      annotations =
          @McpAnnotations(
              readOnlyHint = true,
              destructiveHint = false,
              idempotentHint = true,
              openWorldHint = false),
      generateOutputSchema = true)
  RunStanding run(@McpToolParam(description = "Run id") String runId) {
    return RunStanding.of(found(runId), publicUrl);
  }

  @McpTool(
      name = "onboarding_list_runs",
      title = "List runs",
      description = "Onboardings, newest first, narrowed by state and account.",
      annotations =
          @McpAnnotations(
              readOnlyHint = true,
              destructiveHint = false,
              idempotentHint = true,
              openWorldHint = false),
      generateOutputSchema = true)
  RunStandings runs(
      @McpToolParam(description = "For example WAITING_FACT", required = false)
          @Nullable String state,
      @McpToolParam(
              description = "Salesforce account id, 15 or 18 characters, or external key",
              required = false)
          @Nullable String accountId,
      @McpToolParam(description = "next of the page before", required = false)
          @Nullable String before) {
    return list(
        new RunFilter(
            state == null ? null : state(state),
            accountId == null ? null : account(accountId),
            before == null ? null : runId(before),
            PAGE));
  }

  @McpTool(
      name = "onboarding_explain_decision",
      title = "Explain a decision",
      description =
          "The rows of the rule set that applied to a run, the facts they saw and where each was read,"
              + " who must act, what together would change the decision, and the advice.",
      annotations =
          @McpAnnotations(
              readOnlyHint = true,
              destructiveHint = false,
              idempotentHint = true,
              openWorldHint = false),
      generateOutputSchema = true)
  Explanation explain(@McpToolParam(description = "Run id") String runId) {
    var run = found(runId);
    if (run.decision() == null) {
      throw invalid("NOT_DECIDED", "Run %s is not decided yet; ask again.".formatted(runId));
    }
    return Explanation.of(
        run,
        pages
            .explanation(runId(runId))
            .orElseThrow(() ->
                invalid("NOT_DECIDED", "Run %s is not decided yet; ask again.".formatted(runId))));
  }

  @McpTool(
      name = "onboarding_list_escalations",
      title = "List what waits for a person",
      description = "Onboardings that wait for a person's answer, newest first.",
      annotations =
          @McpAnnotations(
              readOnlyHint = true,
              destructiveHint = false,
              idempotentHint = true,
              openWorldHint = false),
      generateOutputSchema = true)
  RunStandings escalations(
      @McpToolParam(description = "next of the page before", required = false)
          @Nullable String before) {
    return list(
        new RunFilter(
            RunState.WAITING_APPROVAL, null, before == null ? null : runId(before), PAGE));
  }

  @McpTool(
      name = "onboarding_request_approval",
      title = "Ask for the approval link",
      description =
          "The address under which a person answers an escalation. Approves nothing: only a person"
              + " can.",
      annotations =
          @McpAnnotations(
              readOnlyHint = true,
              destructiveHint = false,
              idempotentHint = true,
              openWorldHint = false),
      generateOutputSchema = true)
  ApprovalLink approvalLink(@McpToolParam(description = "Run id") String runId) {
    var run = found(runId);
    if (run.state() != RunState.WAITING_APPROVAL) {
      throw invalid(
          "APPROVAL_NOT_AWAITED",
          "Run %s is %s and waits for no approval.".formatted(runId, run.state()));
    }
    return new ApprovalLink(
        run.runId(), publicUrl.resolve("/api/runs/" + run.runId() + "/approval"));
  }

  private RunStandings list(RunFilter filter) {
    var page = pages.page(filter);
    return new RunStandings(
        page.runs().stream().map(run -> RunStanding.of(run, publicUrl)).toList(), page.next());
  }

  private RunDetail found(String runId) {
    return pages
        .detail(runId(runId))
        .orElseThrow(() -> invalid("RUN_NOT_FOUND", "There is no run " + runId + "."));
  }

  private static RunId runId(String text) {
    try {
      return RunId.parse(text);
    } catch (IllegalArgumentException none) {
      throw invalid("INVALID_RUN_ID", "A run id is a UUID.");
    }
  }

  private static String account(String text) {
    try {
      return new AccountReference(text).value();
    } catch (IllegalArgumentException none) {
      throw invalid("INVALID_ACCOUNT_ID", String.valueOf(none.getMessage()));
    }
  }

  private static RunState state(String text) {
    try {
      return RunState.valueOf(text);
    } catch (IllegalArgumentException none) {
      throw invalid("INVALID_STATE", "state is none of those a run can have.");
    }
  }

  private static FailureException invalid(String code, String message) {
    return new FailureException(Failure.invalid(code, message));
  }
}
