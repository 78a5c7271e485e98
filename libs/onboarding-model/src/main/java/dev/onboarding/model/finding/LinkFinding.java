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
    @Fact("Whether both name the same account or customer; absent when the link compares amounts.")
        @Nullable Boolean same,
    @Fact(
            value =
                "How far the amounts are apart, relative to the deal, on the same basis; absent when they cannot be compared.",
            unit = "share")
        @Nullable Double difference,
    @Fact(
            "Whether the amounts are in different currencies; absent when the link compares no amounts.")
        @Nullable Boolean currenciesDiffer,
    @Fact(
            "Day of the rate by which different currencies were compared; absent when no rate with a date is at hand.")
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
