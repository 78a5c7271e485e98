package dev.onboarding.coordinator.pipeline;

import dev.onboarding.agentkit.ToolServers;
import dev.onboarding.coordinator.establish.CrmEstablishment;
import dev.onboarding.coordinator.establish.CrmSnapshot;
import dev.onboarding.coordinator.establish.Links;
import dev.onboarding.coordinator.establish.SnapshotQuestion;
import dev.onboarding.coordinator.run.Attempts;
import dev.onboarding.coordinator.run.Run;
import dev.onboarding.coordinator.run.Step;
import dev.onboarding.coordinator.run.StepContext;
import dev.onboarding.coordinator.run.StepName;
import dev.onboarding.coordinator.run.StepResult;
import dev.onboarding.model.AccountContext;
import dev.onboarding.model.FailureException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads what the decision needs: the CRM first and in one call, then contract and finance at the
/// same time. What cannot be read is a failed domain, never a failed step.
final class GatherEvidence implements Step<Gathered> {

  private final ToolServers servers;
  private final Specialists specialists;
  private final Attempts attempts;
  private final ZoneId companyZone;

  GatherEvidence(
      ToolServers servers, Specialists specialists, Attempts attempts, ZoneId companyZone) {
    this.servers = servers;
    this.specialists = specialists;
    this.attempts = attempts;
    this.companyZone = companyZone;
  }

  @Override
  public StepName<Gathered> name() {
    return StepNames.GATHER;
  }

  @Override
  public StepResult<Gathered> perform(StepContext context) {
    try {
      return StepResult.done(gathered(context));
    } catch (FailureException failed) {
      var crm = CrmEstablishment.failed(failed.failure());
      return StepResult.done(new Gathered(crm.alone(), null, companyZone, List.of()));
    }
  }

  private Gathered gathered(StepContext context) {
    var answer =
        servers.call(
            "salesforce",
            "salesforce_get_onboarding_snapshot",
            SnapshotQuestion.about(context.run().accountKey(), context.run().opportunityId()),
            CrmSnapshot.class);
    var zone = zone(answer.value());
    var crm =
        CrmEstablishment.establish(
            answer.value(),
            answer.evidence("salesforce", "Account " + context.run().accountKey()),
            context.run().opportunityId(),
            context.now().atZone(zone).toLocalDate());
    AccountContext asked = crm.context();
    if (asked == null) {
      return new Gathered(crm.alone(), null, zone, present(answer.server()));
    }
    var answers = specialists.assess(asked);
    var links =
        Links.establish(crm, answers.contract().assessment(), answers.invoice().assessment());
    return new Gathered(
        crm.with(answers.contract().assessment(), answers.invoice().assessment(), links),
        asked,
        zone,
        present(answer.server(), answers.contract().server(), answers.invoice().server()));
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

  /// The run is then found by the account's id as well as by the key the trigger gave.
  @Override
  public void alsoRecord(StepContext context, Gathered gathered) {
    attempts.tookPart(context.run(), gathered.servers());
    gathered
        .account()
        .filter(account -> account.id() != null)
        .ifPresent(account -> identify(context.run(), account.id(), account.name()));
  }

  private void identify(Run run, @Nullable String id, @Nullable String name) {
    if (id != null) {
      attempts.identify(run, id, name);
    }
  }
}
