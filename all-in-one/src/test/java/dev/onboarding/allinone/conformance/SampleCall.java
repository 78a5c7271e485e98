package dev.onboarding.allinone.conformance;

import dev.onboarding.allinone.system.Module;

/// One call of each server that reads and changes nothing.
///
/// @param arguments as JSON
record SampleCall(String tool, String arguments) {

  private static final String ACCOUNTS =
      """
      {"accounts":[{"account_id":"001000000000001AAA","account_name":"Acme","today":"2030-06-15"}]}\
      """;

  static SampleCall of(Module module) {
    return switch (module) {
      case MCP_SALESFORCE ->
          new SampleCall("salesforce_get_onboarding_snapshot", "{\"account_id\":\"ACME-001\"}");
      case MCP_NETSUITE ->
          new SampleCall("netsuite_get_invoice", "{\"invoice_id\":\"INV-ACME-001\"}");
      case MCP_CLM -> new SampleCall("clm_get_contract", "{\"account_id\":\"001000000000001AAA\"}");
      case MCP_PROVISIONING -> new SampleCall("tasks_list", "{\"owner\":\"customer\"}");
      case CONTRACT_AGENT -> new SampleCall("contract_assess", ACCOUNTS);
      case FINANCE_AGENT -> new SampleCall("finance_assess", ACCOUNTS);
      case TASK_MONITOR_AGENT -> new SampleCall("task_monitor_review", "{}");
      case COORDINATOR_AGENT -> new SampleCall("onboarding_list_runs", "{}");
    };
  }
}
