package dev.onboarding.coordinator.rule;

import dev.onboarding.model.decision.Tier;
import dev.onboarding.model.decision.Verdict;
import dev.onboarding.model.finding.AccountFinding;
import dev.onboarding.model.finding.Assessment;
import dev.onboarding.model.finding.Assessment.Outcome;
import dev.onboarding.model.finding.Assessments;
import dev.onboarding.model.finding.ContractFinding;
import dev.onboarding.model.finding.ContractState;
import dev.onboarding.model.finding.Domain;
import dev.onboarding.model.finding.InvoiceFinding;
import dev.onboarding.model.finding.InvoiceStatus;
import dev.onboarding.model.finding.LinkFinding;
import dev.onboarding.model.finding.LinkKind;
import dev.onboarding.model.finding.OpportunityFinding;
import dev.onboarding.model.finding.OwnerFinding;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The policy table a second time, as plain as it can be put, and without the rule engine: per
/// domain the gravest tier. It says whether a domain is violated or warned of, not by which row.
final class PlainPolicy {

  private final Map<Domain, Tier> gravest = new EnumMap<>(Domain.class);

  private PlainPolicy() {}

  static Map<Domain, Tier> judge(Assessments assessments) {
    var policy = new PlainPolicy();
    assessments.account().findings().forEach(policy::account);
    assessments.opportunity().findings().forEach(policy::opportunity);
    assessments.owner().findings().forEach(policy::owner);
    assessments.contract().findings().forEach(policy::contract);
    assessments.invoice().findings().forEach(policy::invoice);
    assessments.link().findings().forEach(policy::link);
    policy.any(assessments);
    return policy.gravest;
  }

  static Verdict verdict(Map<Domain, Tier> gravest) {
    if (gravest.containsValue(Tier.VIOLATION)) {
      return Verdict.BLOCK;
    }
    return gravest.containsValue(Tier.WARNING) ? Verdict.ESCALATE : Verdict.PROCEED;
  }

  private void any(Assessments assessments) {
    for (Assessment<?> answer : assessments.all()) {
      boolean silent =
          answer.outcome() == Outcome.JUDGED
              && answer.findings().isEmpty()
              && answer.domain() != Domain.LINK;
      violation(answer.domain(), answer.outcome() == Outcome.FAILED || silent);
    }
    boolean explained = verdict(gravest) != Verdict.PROCEED;
    for (Assessment<?> answer : assessments.all()) {
      warning(answer.domain(), answer.outcome() == Outcome.NOT_JUDGED && !explained);
    }
  }

  private void account(AccountFinding account) {
    if (account.matches() > 1 || !account.found()) {
      violation(Domain.ACCOUNT, true);
    }
    violation(Domain.ACCOUNT, account.deleted());
    if (account.found() && account.matches() <= 1 && !account.deleted()) {
      violation(Domain.ACCOUNT, account.id() == null || account.name() == null);
      warning(
          Domain.ACCOUNT,
          account.billingCountry() == null
              || account.industry() == null
              || account.ownerId() == null);
    }
  }

  private void opportunity(OpportunityFinding deal) {
    if (deal.count() == 0) {
      violation(Domain.OPPORTUNITY, true);
      return;
    }
    violation(Domain.OPPORTUNITY, !deal.won() || deal.id() == null || deal.accountId() == null);
    warning(Domain.OPPORTUNITY, deal.amount() == null);
    warning(Domain.OPPORTUNITY, deal.closeDate() == null);
    warning(Domain.OPPORTUNITY, deal.contractId() == null);
    warning(Domain.OPPORTUNITY, deal.ambiguous());
  }

  private void owner(OwnerFinding owner) {
    if (owner.id() == null) {
      violation(Domain.OWNER, true);
      return;
    }
    violation(Domain.OWNER, !owner.active() || owner.email() == null || owner.profileId() == null);
    warning(
        Domain.OWNER,
        owner.title() == null || owner.department() == null || owner.managerId() == null);
  }

  private void contract(ContractFinding contract) {
    if (contract.count() == 0) {
      violation(Domain.CONTRACT, true);
      return;
    }
    boolean signed = contract.state() == ContractState.SIGNED;
    boolean executed = contract.state() == ContractState.EXECUTED;
    violation(Domain.CONTRACT, contract.id() == null);
    violation(Domain.CONTRACT, !signed && !executed);
    violation(Domain.CONTRACT, contract.expiryPassed() && !contract.renewing());
    violation(Domain.CONTRACT, "Expired".equals(contract.crmStatus()) && !contract.renewing());
    violation(Domain.CONTRACT, contract.terminated());
    warning(Domain.CONTRACT, contract.ambiguous() || contract.otherKind());
    warning(Domain.CONTRACT, contract.effectiveDate() == null || contract.expiryDate() == null);
    warning(Domain.CONTRACT, signed || executed && contract.pendingSignatories() > 0);
    warning(Domain.CONTRACT, contract.notYetEffective());
    at(Domain.CONTRACT, Tier.NOTE, Boolean.FALSE.equals(contract.reviewed()));
    at(Domain.CONTRACT, Tier.NOTE, differ(contract.effectiveDate(), contract.crmStartDate()));
    at(Domain.CONTRACT, Tier.NOTE, differ(contract.expiryDate(), contract.crmEndDate()));
  }

  private static boolean differ(@Nullable LocalDate one, @Nullable LocalDate other) {
    return one != null && other != null && !one.equals(other);
  }

  private void invoice(InvoiceFinding invoice) {
    boolean remains = invoice.remaining() == null || invoice.remaining().amount().signum() > 0;
    boolean credit =
        invoice.unappliedCredit() != null && invoice.unappliedCredit().amount().signum() > 0;
    warning(Domain.INVOICE, invoice.daysOverdue() > 0 && remains);
    at(Domain.INVOICE, Tier.NOTE, credit);
    warning(Domain.INVOICE, invoice.leftOut() > 0);
    if (invoice.count() == 0) {
      violation(Domain.INVOICE, !invoice.exempt());
      warning(Domain.INVOICE, invoice.exempt() && invoice.customers() > 1);
      warning(Domain.INVOICE, invoice.exempt() && invoice.elsewhere() > 0);
      return;
    }
    violation(Domain.INVOICE, invoice.id() == null);
    violation(
        Domain.INVOICE,
        invoice.status() == InvoiceStatus.VOIDED
            || invoice.status() == InvoiceStatus.CANCELLED
            || invoice.status() == InvoiceStatus.REJECTED);
    warning(
        Domain.INVOICE,
        invoice.status() == null || invoice.status() == InvoiceStatus.PENDING_APPROVAL);
    warning(Domain.INVOICE, invoice.paidShare() < 0.5 || Double.isNaN(invoice.paidShare()));
    warning(Domain.INVOICE, invoice.due() == null);
    warning(Domain.INVOICE, !Boolean.FALSE.equals(invoice.settledByCredit()));
    warning(Domain.INVOICE, invoice.elsewhere() > 0);
    warning(Domain.INVOICE, invoice.customers() != 1);
  }

  private void link(LinkFinding link) {
    boolean differ = Boolean.FALSE.equals(link.same());
    boolean noRate = Boolean.TRUE.equals(link.currenciesDiffer()) && link.rateDate() == null;
    boolean amounts =
        link.kind() == LinkKind.DEAL_AND_CONTRACT_VALUE
            || link.kind() == LinkKind.DEAL_AND_INVOICE_VALUE;
    boolean name = link.kind() == LinkKind.CUSTOMER_NAME;
    violation(Domain.LINK, differ && !amounts && !name);
    at(Domain.LINK, Tier.NOTE, differ && name);
    warning(Domain.LINK, noRate);
    warning(Domain.LINK, amounts && link.difference() != null && !(link.difference() <= 0.02));
    warning(Domain.LINK, amounts && link.difference() == null);
    warning(Domain.LINK, !amounts && link.same() == null);
  }

  private void violation(Domain domain, boolean is) {
    at(domain, Tier.VIOLATION, is);
  }

  private void warning(Domain domain, boolean is) {
    at(domain, Tier.WARNING, is);
  }

  private void at(Domain domain, Tier tier, boolean is) {
    if (is) {
      gravest.merge(domain, tier, (one, other) -> one.compareTo(other) >= 0 ? one : other);
    }
  }
}
