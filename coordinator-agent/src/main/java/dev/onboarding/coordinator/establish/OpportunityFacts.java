package dev.onboarding.coordinator.establish;

import dev.onboarding.coordinator.establish.CrmSnapshot.Opportunity;
import dev.onboarding.model.Money;
import dev.onboarding.model.finding.Evidence;
import dev.onboarding.model.finding.OpportunityFinding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the snapshot says of the picked deal.
final class OpportunityFacts {

  private OpportunityFacts() {}

  /// @param accountCurrency the currency of an opportunity that names none
  static OpportunityFinding of(
      OpportunityPick pick, @Nullable String accountCurrency, Evidence evidence) {
    Opportunity deal = pick.picked();
    return deal == null ? none(pick, evidence) : found(pick, deal, accountCurrency, evidence);
  }

  private static OpportunityFinding none(OpportunityPick pick, Evidence evidence) {
    return new OpportunityFinding(
        0,
        0,
        false,
        null,
        null,
        null,
        null,
        false,
        null,
        null,
        null,
        null,
        pick.choice(),
        pick.choice(),
        List.of(Crm.about(evidence, "Opportunities of the account")));
  }

  private static OpportunityFinding found(
      OpportunityPick pick, Opportunity deal, @Nullable String accountCurrency, Evidence evidence) {
    String own = Crm.text(deal.currency());
    Money amount = Crm.money(deal.amount(), own == null ? accountCurrency : own).orElse(null);
    return new OpportunityFinding(
        pick.count(),
        pick.wonCount(),
        pick.ambiguous(),
        Crm.text(deal.id()),
        Crm.text(deal.accountId()),
        Crm.text(deal.name()),
        Crm.text(deal.stageName()),
        Crm.isTrue(deal.isWon()),
        amount,
        deal.closeDate(),
        Crm.text(deal.contractId()),
        Crm.text(deal.tier()),
        pick.choice(),
        sentence(deal, amount),
        List.of(Crm.about(evidence, "Opportunity " + Crm.orUnknown(Crm.text(deal.id())))));
  }

  private static String sentence(Opportunity deal, @Nullable Money amount) {
    return "Opportunity %s is %s, in stage %s, over %s."
        .formatted(
            Crm.orUnknown(Crm.text(deal.name())),
            Crm.isTrue(deal.isWon()) ? "won" : "not won",
            Crm.orUnknown(Crm.text(deal.stageName())),
            amount == null ? "no stated amount" : amount);
  }
}
