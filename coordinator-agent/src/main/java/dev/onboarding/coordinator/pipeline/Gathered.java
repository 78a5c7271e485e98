package dev.onboarding.coordinator.pipeline;

import dev.onboarding.model.AccountContext;
import dev.onboarding.model.finding.AccountFinding;
import dev.onboarding.model.finding.Assessments;
import dev.onboarding.model.finding.OpportunityFinding;
import dev.onboarding.model.finding.OwnerFinding;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was established about the account.
///
/// @param context what the specialists were handed; null when nobody was asked
/// @param zone the account's own zone, else the company's
/// @param servers name and version of each server that answered
public record Gathered(
    Assessments assessments, @Nullable AccountContext context, ZoneId zone, List<String> servers) {

  public Gathered {
    servers = List.copyOf(servers);
  }

  Optional<AccountFinding> account() {
    return first(assessments.account().findings());
  }

  Optional<OpportunityFinding> deal() {
    return first(assessments.opportunity().findings());
  }

  Optional<OwnerFinding> owner() {
    return first(assessments.owner().findings());
  }

  /// Where the customer is written to: the contract's signatory, else where invoices go.
  Optional<String> customerEmail() {
    return first(assessments.contract().findings())
        .flatMap(contract -> text(contract.signatoryEmail()))
        .or(() ->
            first(assessments.invoice().findings())
                .flatMap(invoice -> text(invoice.billingEmail())));
  }

  Optional<String> signatoryName() {
    return first(assessments.contract().findings())
        .flatMap(contract -> text(contract.signatoryName()));
  }

  private static <F> Optional<F> first(List<F> findings) {
    return findings.stream().findFirst();
  }

  private static Optional<String> text(@Nullable String value) {
    return Optional.ofNullable(value).filter(given -> !given.isBlank());
  }
}
