package dev.onboarding.coordinator.pipeline;

import dev.onboarding.agentkit.ServerAway;
import dev.onboarding.agentkit.ToolServers;
import dev.onboarding.coordinator.establish.CrmEstablishment;
import dev.onboarding.coordinator.establish.CrmSnapshot;
import dev.onboarding.coordinator.establish.Links;
import dev.onboarding.coordinator.establish.SnapshotQuestion;
import dev.onboarding.coordinator.run.Run;
import dev.onboarding.model.AccountContext;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads what a decision needs about one account: the CRM first and in one call, then contract and
/// finance at the same time. What cannot be read is a failed domain.
final class EvidenceReader {

  /// Without any of these nothing can be judged.
  static final Set<String> UPSTREAMS = Set.of("salesforce", "netsuite", "docusign");

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
      var crm = CrmEstablishment.failed(failed.failure());
      return new Gathered(crm.alone(), null, companyZone, List.of(), now);
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
    var zone = zone(answer.value());
    var crm =
        CrmEstablishment.establish(
            answer.value(),
            answer.evidence("salesforce", "Account " + run.accountKey()),
            run.opportunityId(),
            now.atZone(zone).toLocalDate());
    AccountContext asked = crm.context();
    if (asked == null) {
      return new Gathered(crm.alone(), null, zone, present(answer.server()), now);
    }
    var answers = specialists.assess(asked);
    var links =
        Links.establish(crm, answers.contract().assessment(), answers.invoice().assessment());
    return new Gathered(
        crm.with(answers.contract().assessment(), answers.invoice().assessment(), links),
        asked,
        zone,
        present(answer.server(), answers.contract().server(), answers.invoice().server()),
        now);
  }

  private static List<String> present(@Nullable String... servers) {
    return Arrays.stream(servers).filter(Objects::nonNull).toList();
  }

  private ZoneId zone(CrmSnapshot snapshot) {
    var account = snapshot.account();
    @Nullable String named = account == null ? null : account.timeZone();
    if (named == null) {
      return companyZone;
    }
    try {
      return ZoneId.of(named);
    } catch (DateTimeException unknown) {
      return companyZone;
    }
  }
}
