package dev.onboarding.coordinator.pipeline;

import dev.onboarding.agentkit.ToolAnswer;
import dev.onboarding.coordinator.establish.CrmEstablishment;
import dev.onboarding.coordinator.establish.CrmFindings;
import dev.onboarding.coordinator.establish.CrmSnapshot;
import dev.onboarding.coordinator.establish.Links;
import dev.onboarding.model.AccountContext;
import dev.onboarding.model.Failure;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the CRM said of one account, and what that comes to once contract and finance have
/// answered; the same for an account read alone and for one read with others.
record CrmReading(CrmFindings crm, ZoneId zone, @Nullable String server, Instant readAt) {

  /// @param answer the call that brought the snapshot, alone or with others
  /// @param account as it was asked for
  static CrmReading of(
      CrmSnapshot snapshot,
      ToolAnswer<?> answer,
      String account,
      @Nullable String opportunity,
      Instant now,
      ZoneId companyZone) {
    var zone = zone(snapshot, companyZone);
    var crm =
        CrmEstablishment.establish(
            snapshot,
            answer.evidence("salesforce", "Account " + account),
            opportunity,
            now.atZone(zone).toLocalDate());
    return new CrmReading(crm, zone, answer.server(), now);
  }

  static CrmReading failed(Failure failure, Instant now, ZoneId companyZone) {
    return new CrmReading(CrmEstablishment.failed(failure), companyZone, null, now);
  }

  /// What contract and finance are asked about; null when nobody need be asked.
  @Nullable AccountContext open() {
    return crm.context();
  }

  /// A deal that is not won settles the account, whatever contract and invoice say.
  CrmReading unlessLost() {
    boolean lost =
        open() != null
            && crm.opportunity().findings().stream().allMatch(deal -> deal.wonCount() == 0);
    return lost
        ? new CrmReading(
            crm.settled("No deal of the account is won, so this was not asked for."),
            zone,
            server,
            readAt)
        : this;
  }

  /// @throws IllegalStateException when there is more to ask
  Gathered alone() {
    return new Gathered(crm.alone(), null, zone, present(server), readAt);
  }

  Gathered with(Specialists.Assessed answers) {
    var contract = answers.contract();
    var invoice = answers.invoice();
    var links = Links.establish(crm, contract.assessment(), invoice.assessment());
    return new Gathered(
        crm.with(contract.assessment(), invoice.assessment(), links),
        open(),
        zone,
        present(server, contract.server(), invoice.server()),
        readAt);
  }

  private static List<String> present(@Nullable String... servers) {
    return Stream.of(servers).filter(Objects::nonNull).toList();
  }

  private static ZoneId zone(CrmSnapshot snapshot, ZoneId companyZone) {
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
