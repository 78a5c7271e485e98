package dev.onboarding.allinone.system;

import dev.onboarding.clm.ClmApplication;
import dev.onboarding.contract.ContractAgentApplication;
import dev.onboarding.coordinator.CoordinatorApplication;
import dev.onboarding.finance.FinanceAgentApplication;
import dev.onboarding.netsuite.NetSuiteApplication;
import dev.onboarding.provisioning.ProvisioningApplication;
import dev.onboarding.salesforce.SalesforceApplication;
import dev.onboarding.taskmonitor.TaskMonitorAgentApplication;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;

/// The eight applications of the system, each with its place among the ports.
public enum Module {
  MCP_SALESFORCE(11, SalesforceApplication::builder),
  MCP_NETSUITE(12, NetSuiteApplication::builder),
  MCP_CLM(13, ClmApplication::builder),
  MCP_PROVISIONING(14, ProvisioningApplication::builder),
  CONTRACT_AGENT(1, ContractAgentApplication::builder),
  FINANCE_AGENT(2, FinanceAgentApplication::builder),
  TASK_MONITOR_AGENT(3, TaskMonitorAgentApplication::builder),
  COORDINATOR_AGENT(0, CoordinatorApplication::builder);

  private final int portOffset;
  private final Supplier<SpringApplicationBuilder> application;

  Module(int portOffset, Supplier<SpringApplicationBuilder> application) {
    this.portOffset = portOffset;
    this.application = application;
  }

  int portOffset() {
    return portOffset;
  }

  SpringApplicationBuilder application() {
    return application.get();
  }

  /// The folder's name, which is also the artifact's.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
