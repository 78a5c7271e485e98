package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.effect.MailAddress;
import dev.onboarding.model.AccountContext;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.finding.AccountFinding;
import dev.onboarding.model.finding.Assessments;
import dev.onboarding.model.finding.OpportunityFinding;
import dev.onboarding.model.finding.OwnerFinding;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was established about the account.
///
/// @param context what the specialists were handed; null when nobody was asked
/// @param zone the account's own zone, else the company's
/// @param servers name and version of each server that answered
/// @param readAt when the reading began; null for what must be read again before anything is done
///   on it, as what an older version recorded
public record Gathered(
    Assessments assessments,
    @Nullable AccountContext context,
    ZoneId zone,
    List<String> servers,
    @Nullable Instant readAt) {

  public Gathered {
    servers = List.copyOf(servers);
  }

  /// The same, but to be read again before anything is done on it, however fresh it is.
  public Gathered toBeConfirmed() {
    return new Gathered(assessments, context, zone, servers, null);
  }

  /// Whether it is older than evidence may be when something is done on it.
  boolean isOlderThan(Duration age, Instant now) {
    return readAt == null || readAt.plus(age).isBefore(now);
  }

  /// The domains that failed although the same call may succeed later.
  List<Failure> outages() {
    return assessments.all().stream()
        .map(assessment -> assessment.failure())
        .filter(Objects::nonNull)
        .filter(Gathered::mayPass)
        .toList();
  }

  static boolean mayPass(Failure failure) {
    return failure.errorType().passesByItself() || failure.errorType() == ErrorType.INDETERMINATE;
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

  /// Who can be written to at the customer's: the contract's signatory, then where invoices go.
  List<Addressee> customers() {
    var all = new ArrayList<Addressee>();
    signatory().ifPresent(all::add);
    first(assessments.invoice().findings())
        .flatMap(invoice -> MailAddress.of(invoice.billingEmail()))
        .filter(address -> all.stream().noneMatch(one -> one.address().equals(address)))
        .ifPresent(address -> all.add(new Addressee(address, null)));
    return List.copyOf(all);
  }

  /// Empty also when the contract names an address that cannot be used.
  Optional<Addressee> signatory() {
    return first(assessments.contract().findings())
        .flatMap(contract ->
            MailAddress.of(contract.signatoryEmail())
                .map(address ->
                    new Addressee(address, text(contract.signatoryName()).orElse(null))));
  }

  /// The envelope of the contract; empty when there is none, or it was signed on paper.
  Optional<String> envelope() {
    return first(assessments.contract().findings())
        .filter(contract -> !contract.onPaper())
        .flatMap(contract -> text(contract.id()));
  }

  boolean namesSignatoryAddress() {
    return first(assessments.contract().findings())
        .flatMap(contract -> text(contract.signatoryEmail()))
        .isPresent();
  }

  private static <F> Optional<F> first(List<F> findings) {
    return findings.stream().findFirst();
  }

  private static Optional<String> text(@Nullable String value) {
    return Optional.ofNullable(value).filter(given -> !given.isBlank());
  }
}
