package dev.onboarding.model.finding;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether two systems say the same about the same thing.
///
/// @param left what the CRM says
/// @param right what the other system says
public record LinkFinding(
    @Fact("Which two things are compared.") LinkKind kind,
    @Fact(
            value =
                "Whether both name the same account or customer; absent when the link compares amounts.",
            from = "the fields that both sides name each other by")
        @Nullable Boolean same,
    @Fact(
            value =
                "How far the amounts are apart, relative to the deal, on the same basis; absent when they cannot be compared.",
            unit = "share",
            from = {
              "Opportunity.Amount",
              "agreement.provisions.total_agreement_value",
              "transactionline.foreignamount"
            })
        @Nullable Double difference,
    @Fact(
            value =
                "Whether the amounts are in different currencies; absent when the link compares no amounts.",
            from = {
              "Opportunity.CurrencyIsoCode",
              "agreement.provisions.total_agreement_value_currency_code",
              "currency.symbol"
            })
        @Nullable Boolean currenciesDiffer,
    @Fact(
            value =
                "Day of the rate by which different currencies were compared; absent when no rate with a date is at hand.",
            from = {"transaction.exchangerate", "transaction.trandate"})
        @Nullable LocalDate rateDate,
    @Personal @Nullable String left,
    @Personal @Nullable String right,
    @Personal String sentence,
    List<Evidence> evidence)
    implements Finding {

  public LinkFinding {
    evidence = List.copyOf(evidence);
  }

  @Override
  public Domain domain() {
    return Domain.LINK;
  }
}
