package dev.onboarding.salesforce.snapshot;

import dev.onboarding.model.AccountReference;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.salesforce.records.RecordId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpTool;
import org.springframework.ai.mcp.annotation.McpTool.McpAnnotations;
import org.springframework.ai.mcp.annotation.McpToolParam;

/// The tools that read all an onboarding needs from the CRM.
class SnapshotTools {

  private static final int MOST_ACCOUNTS = 200;

  private final Snapshots snapshots;

  SnapshotTools(Snapshots snapshots) {
    this.snapshots = snapshots;
  }

  @McpTool(
      name = "salesforce_get_onboarding_snapshot",
      title = "Read an account for onboarding",
      description =
          "The account with its owner, opportunities and contracts, in one call to Salesforce."
              + " accounts_matching 0 means that the account does not exist; a deleted account is"
              + " returned with is_deleted.",
      annotations =
          @McpAnnotations(
              readOnlyHint = true,
              destructiveHint = false,
              idempotentHint = true,
              openWorldHint = true),
      generateOutputSchema = true)
  OnboardingSnapshot snapshot(
      @McpToolParam(description = "Salesforce account id, 15 or 18 characters, or external key")
          String accountId,
      @McpToolParam(
              description =
                  "Salesforce opportunity id (006…), 15 or 18 characters: read in the same call and"
                      + " answered as named_opportunity, whichever account it belongs to",
              required = false)
          @Nullable String opportunityId) {
    return snapshots.of(
        new AccountReference(accountId),
        opportunityId == null || opportunityId.isBlank()
            ? null
            : RecordId.of("opportunity", "006", opportunityId));
  }

  @McpTool(
      name = "salesforce_get_onboarding_snapshots",
      title = "Read many accounts for onboarding",
      description =
          "The snapshot of each of up to 200 accounts, with an outcome for every id: a snapshot, or"
              + " the failure for that account alone.",
      annotations =
          @McpAnnotations(
              readOnlyHint = true,
              destructiveHint = false,
              idempotentHint = true,
              openWorldHint = true),
      generateOutputSchema = true)
  OnboardingSnapshots snapshots(
      @McpToolParam(description = "1 to 200 Salesforce account ids or external keys")
          List<String> accountIds) {
    if (accountIds.isEmpty() || accountIds.size() > MOST_ACCOUNTS) {
      throw new FailureException(
          Failure.invalid(
              "INVALID_ACCOUNT_IDS",
              "account_ids holds %d entries; give 1 to %d"
                  .formatted(accountIds.size(), MOST_ACCOUNTS)));
    }
    return new OnboardingSnapshots(snapshots.ofEach(accountIds));
  }
}
