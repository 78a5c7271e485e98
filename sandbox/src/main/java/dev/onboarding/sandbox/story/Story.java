package dev.onboarding.sandbox.story;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One account: what happened, what must be decided and why, and what each system holds of it.
///
/// @param key the external key, for example `ACME-001`
/// @param story one sentence
/// @param decision PROCEED, ESCALATE or BLOCK
/// @param why the row of the policy that leads there
/// @param currency of the deal, and of whatever does not name another
/// @param amount of the deal, net
/// @param account null when the CRM has none
/// @param owner null when the account names an owner that cannot be read
/// @param credits credit memos and payments of the customer that are applied to no invoice
public record Story(
    String key,
    String story,
    String decision,
    String why,
    String currency,
    BigDecimal amount,
    @Nullable AccountData account,
    @Nullable OwnerData owner,
    List<OpportunityData> opportunities,
    List<ContractData> contracts,
    List<EnvelopeData> envelopes,
    List<AgreementData> agreements,
    List<CustomerData> customers,
    List<InvoiceData> invoices,
    List<CreditData> credits,
    ProvisionerData provisioner) {

  /// @throws IllegalArgumentException when an invoice bills a customer that is not there
  public Story {
    opportunities = List.copyOf(opportunities);
    contracts = List.copyOf(contracts);
    envelopes = List.copyOf(envelopes);
    agreements = List.copyOf(agreements);
    customers = List.copyOf(customers);
    invoices = List.copyOf(invoices);
    credits = List.copyOf(credits);
    int known = customers.size();
    invoices.forEach(invoice -> billed(invoice.customer(), known));
    credits.forEach(credit -> billed(credit.customer(), known));
  }

  private static void billed(int customer, int known) {
    if (customer < 0 || customer >= known) {
      throw new IllegalArgumentException(
          "customer %d is billed, but the story has %d customers, counted from 0"
              .formatted(customer, known));
    }
  }
}
