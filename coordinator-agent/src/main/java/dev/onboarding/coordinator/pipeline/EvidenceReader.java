package dev.onboarding.coordinator.pipeline;

import dev.onboarding.agentkit.NeededTool;
import dev.onboarding.agentkit.NeededTools;
import dev.onboarding.agentkit.ServerAway;
import dev.onboarding.agentkit.ToolServers;
import dev.onboarding.coordinator.establish.CrmSnapshot;
import dev.onboarding.coordinator.establish.SnapshotQuestion;
import dev.onboarding.coordinator.run.Run;
import dev.onboarding.model.AccountContext;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Reads what a decision needs about one account: the CRM first and in one call, then contract and
/// finance at the same time. What cannot be read is a failed domain.
final class EvidenceReader {

  /// Without any of these nothing can be judged.
  static final Set<String> UPSTREAMS = Set.of("salesforce", "netsuite", "docusign");

  static final NeededTools NEEDED =
      NeededTools.of(
          NeededTool.of(
              "salesforce",
              "salesforce_get_onboarding_snapshot",
              SnapshotQuestion.class,
              CrmSnapshot.class));

  private final ToolServers servers;
  private final Specialists specialists;
  private final ZoneId companyZone;

  EvidenceReader(ToolServers servers, Specialists specialists, ZoneId companyZone) {
    this.servers = servers;
    this.specialists = specialists;
    this.companyZone = companyZone;
  }

  Gathered read(Run run, Instant now) {
    try {
      return gathered(run, now);
    } catch (FailureException failed) {
      return CrmReading.failed(failed.failure(), now, companyZone).alone();
    }
  }

  /// A server of ours that did not answer, which says nothing about any external system.
  static Optional<Failure> serverAway(Gathered gathered) {
    return gathered.assessments().all().stream()
        .map(assessment -> assessment.failure())
        .filter(Objects::nonNull)
        .filter(ServerAway::isWhy)
        .findFirst();
  }

  private Gathered gathered(Run run, Instant now) {
    var answer =
        servers.call(
            "salesforce",
            "salesforce_get_onboarding_snapshot",
            SnapshotQuestion.about(run.accountKey(), run.opportunityId()),
            CrmSnapshot.class);
    var crm =
        CrmReading.of(
            answer.value(), answer, run.accountKey(), run.opportunityId(), now, companyZone);
    AccountContext open = crm.open();
    return open == null ? crm.alone() : crm.with(specialists.assess(open));
  }
}
