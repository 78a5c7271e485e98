package dev.onboarding.coordinator.establish;

import dev.onboarding.model.AccountContext;
import dev.onboarding.model.Money;
import dev.onboarding.model.finding.AccountFinding;
import dev.onboarding.model.finding.Assessment;
import dev.onboarding.model.finding.BilledAmount;
import dev.onboarding.model.finding.ContractFinding;
import dev.onboarding.model.finding.Domain;
import dev.onboarding.model.finding.Evidence;
import dev.onboarding.model.finding.Finding;
import dev.onboarding.model.finding.InvoiceFinding;
import dev.onboarding.model.finding.LinkFinding;
import dev.onboarding.model.finding.LinkKind;
import dev.onboarding.model.finding.OpportunityFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Compares what the systems say about the same account: who it is, and how much it is worth. What
/// only one of them states is not compared.
public final class Links {

  private final AccountFinding account;
  private final List<LinkFinding> found = new ArrayList<>();

  private Links(AccountFinding account) {
    this.account = account;
  }

  public static Assessment<LinkFinding> establish(
      CrmFindings crm, Assessment<ContractFinding> contract, Assessment<InvoiceFinding> invoice) {
    if (crm.context() == null) {
      return Assessment.notJudged(
          Domain.LINK, Objects.requireNonNullElse(crm.because(), "There is no account."));
    }
    var links = new Links(crm.account().findings().getFirst());
    contract.findings().forEach(links::ofContract);
    invoice.findings().forEach(links::ofInvoice);
    crm.opportunity().findings().forEach(deal -> links.ofDeal(deal, crm));
    for (OpportunityFinding deal : crm.opportunity().findings()) {
      contract.findings().forEach(one -> links.values(deal, one));
      invoice.findings().forEach(one -> links.values(deal, one));
    }
    return Assessment.judged(Domain.LINK, links.found);
  }

  private void ofDeal(OpportunityFinding deal, CrmFindings crm) {
    String named = deal.accountId();
    if (deal.count() > 0 && named != null) {
      accounts(LinkKind.DEAL_ACCOUNT, "opportunity", named, deal);
    }
    String row = crm.contractAccount();
    if (row != null && found.stream().noneMatch(link -> differs(link, row))) {
      accounts(LinkKind.CONTRACT_ACCOUNT, "CRM's contract", row, deal);
    }
    AccountContext context = crm.context();
    if (deal.contractId() != null && context != null && context.contract() == null) {
      contractNowhere(deal.contractId(), deal);
    }
  }

  /// What the signed contract already says, the CRM's row need not repeat.
  private static boolean differs(LinkFinding link, String account) {
    return link.kind() == LinkKind.CONTRACT_ACCOUNT
        && Boolean.FALSE.equals(link.same())
        && Crm.sameId(link.right(), account);
  }

  private void ofContract(ContractFinding contract) {
    String named = contract.accountId();
    if (contract.count() > 0 && named != null) {
      accounts(LinkKind.CONTRACT_ACCOUNT, "contract", named, contract);
    }
  }

  private void ofInvoice(InvoiceFinding invoice) {
    String named = invoice.accountId();
    if (invoice.count() > 0 && named != null) {
      accounts(LinkKind.INVOICE_ACCOUNT, "invoice", named, invoice);
    }
    String customer = invoice.customerName();
    String name = account.name();
    if (customer != null && name != null) {
      boolean same = comparable(customer).equals(comparable(name));
      found.add(
          identity(
              LinkKind.CUSTOMER_NAME,
              same,
              name,
              customer,
              same
                  ? "The customer has the same name in both systems."
                  : "Salesforce says %s, NetSuite says %s.".formatted(name, customer),
              invoice));
    }
  }

  /// Other systems know an account by its id or by its external key.
  private void accounts(LinkKind kind, String what, String named, Finding other) {
    boolean same = Crm.sameId(account.id(), named) || named.equals(account.externalKey());
    String sentence =
        same
            ? "The %s names this account.".formatted(what)
            : "The %s names account %s, not %s.".formatted(what, named, account.id());
    found.add(identity(kind, same, account.id(), named, sentence, other));
  }

  /// Whose contract it is cannot be told, so that a person must look.
  private void contractNowhere(String contractId, OpportunityFinding deal) {
    found.add(
        identity(
            LinkKind.CONTRACT_ACCOUNT,
            null,
            account.id(),
            contractId,
            "The deal names contract %s, which Salesforce does not have.".formatted(contractId),
            deal));
  }

  private void values(OpportunityFinding deal, ContractFinding contract) {
    if (deal.amount() != null && contract.count() > 0 && contract.value() != null) {
      found.add(
          new ValueLink(
                  deal.amount(),
                  "contract",
                  List.of(new BilledAmount(contract.value(), null)),
                  evidence(deal, contract))
              .as(LinkKind.DEAL_AND_CONTRACT_VALUE));
    }
  }

  private void values(OpportunityFinding deal, InvoiceFinding invoice) {
    if (deal.amount() != null && invoice.count() > 0 && invoice.net() != null) {
      found.add(
          new ValueLink(
                  deal.amount(), "invoice", billed(invoice, invoice.net()), evidence(deal, invoice))
              .as(LinkKind.DEAL_AND_INVOICE_VALUE));
    }
  }

  private static List<BilledAmount> billed(InvoiceFinding invoice, Money net) {
    return invoice.billed().isEmpty() ? List.of(new BilledAmount(net, null)) : invoice.billed();
  }

  private LinkFinding identity(
      LinkKind kind,
      @Nullable Boolean same,
      @Nullable String left,
      String right,
      String sentence,
      Finding other) {
    return new LinkFinding(
        kind, same, null, null, null, left, right, sentence, evidence(account, other));
  }

  private static List<Evidence> evidence(Finding left, Finding right) {
    return Stream.concat(left.evidence().stream(), right.evidence().stream()).distinct().toList();
  }

  /// Case, spacing and punctuation do not make another customer.
  private static String comparable(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
