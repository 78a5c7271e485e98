package dev.onboarding.salesforce.lookup;

import dev.onboarding.salesforce.org.SalesforceQueries;
import dev.onboarding.salesforce.org.Soql;
import dev.onboarding.salesforce.records.OpportunityRecord;
import dev.onboarding.salesforce.records.RecordId;
import dev.onboarding.salesforce.records.RecordReader;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpTool;
import org.springframework.ai.mcp.annotation.McpTool.McpAnnotations;
import org.springframework.ai.mcp.annotation.McpToolParam;

/// The tool that finds deals won. Its cursor is the last id seen, so it never expires and a deal
/// won meanwhile shifts no page.
class ClosedWonTools {

  private static final int PAGE = 200;

  private final SalesforceQueries queries;
  private final RecordReader reader;

  ClosedWonTools(SalesforceQueries queries, RecordReader reader) {
    this.queries = queries;
    this.reader = reader;
  }

  @McpTool(
      name = "salesforce_find_closed_won",
      title = "Find deals won",
      description =
          "Opportunities that are won and whose close date is on or after a day, up to 200 at a"
              + " time in the order of their ids. Pass next_cursor as cursor to go on.",
      annotations =
          @McpAnnotations(
              readOnlyHint = true,
              destructiveHint = false,
              idempotentHint = true,
              openWorldHint = true),
      generateOutputSchema = true)
  ClosedWonPage closedWon(
      @McpToolParam(description = "The earliest close date, for example 2026-01-31")
          LocalDate since,
      @McpToolParam(description = "next_cursor of the page before", required = false)
          @Nullable String cursor) {
    List<OpportunityRecord> found =
        queries.live("closed_won", reader.opportunitiesWhere(condition(since, cursor))).stream()
            .map(reader::asOpportunity)
            .toList();
    return found.size() <= PAGE
        ? new ClosedWonPage(found, null)
        : new ClosedWonPage(found.subList(0, PAGE), found.get(PAGE - 1).id());
  }

  private static String condition(LocalDate since, @Nullable String cursor) {
    String after =
        cursor == null
            ? ""
            : " AND Id > " + Soql.literal(RecordId.of("cursor's", "006", cursor).value());
    return "IsWon = true AND CloseDate >= %s%s ORDER BY Id LIMIT %d"
        .formatted(since, after, PAGE + 1);
  }
}
