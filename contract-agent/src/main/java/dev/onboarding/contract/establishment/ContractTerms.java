package dev.onboarding.contract.establishment;

import dev.onboarding.model.AccountContext;
import dev.onboarding.model.Money;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The terms that hold: those of the contract, each overridden by the latest executed amendment
/// that states it.
///
/// @param effectiveSource `agreement`, `envelope` or `crm`; absent when nobody gives that day
/// @param expirySource the same of the last day
/// @param reviewed whether a person confirmed them all; absent when no document says
/// @param amendments how many executed amendments are in effect
record ContractTerms(
    @Nullable LocalDate effectiveDate,
    @Nullable String effectiveSource,
    @Nullable LocalDate expiryDate,
    @Nullable String expirySource,
    boolean renewing,
    @Nullable Money value,
    @Nullable String paymentTerms,
    @Nullable Boolean reviewed,
    int amendments) {

  static ContractTerms of(ContractChoice choice, AccountContext account) {
    FoundContract contract = choice.contract();
    List<FoundContract> inEffect = inEffect(choice.amendments(), account.today());
    CrmTerms crm = CrmTerms.of(account);
    FoundContract begins = beginning(contract, inEffect);
    FoundContract ends = stating(inEffect, FoundContract::expiryDate, contract);
    LocalDate effective = begins.effectiveDate();
    LocalDate expiry = ends.expiryDate();
    FoundContract renewal = stating(inEffect, FoundContract::renewalType, contract);
    FoundContract value = stating(inEffect, FoundContract::value, contract);
    FoundContract terms = stating(inEffect, FoundContract::paymentTerms, contract);
    return new ContractTerms(
        effective == null ? crm.start() : effective,
        effective == null ? crm.sourceOf(crm.start()) : source(begins, begins.effectiveSource()),
        expiry == null ? crm.end() : expiry,
        expiry == null ? crm.sourceOf(crm.end()) : source(ends, ends.expirySource()),
        renewal.renewsByItself(),
        value.value(),
        terms.paymentTerms(),
        reviewed(contract, inEffect),
        inEffect.size());
  }

  /// One document whose terms hold and nobody confirmed is enough to say that they are unconfirmed.
  private static @Nullable Boolean reviewed(FoundContract contract, List<FoundContract> inEffect) {
    List<Boolean> said =
        Stream.concat(Stream.of(contract), inEffect.stream())
            .map(FoundContract::reviewed)
            .filter(Objects::nonNull)
            .toList();
    return said.isEmpty() ? null : !said.contains(false);
  }

  /// Executed, not ended, and not waiting for its own first day; the latest first.
  private static List<FoundContract> inEffect(List<FoundContract> amendments, LocalDate today) {
    return amendments.stream()
        .filter(a -> a.executed() && !a.terminated())
        .filter(a -> a.effectiveDate() == null || !a.effectiveDate().isAfter(today))
        .sorted(Comparator.comparing(FoundContract::executedOrChanged).reversed())
        .toList();
  }

  private static FoundContract stating(
      List<FoundContract> inEffect,
      Function<FoundContract, @Nullable Object> term,
      FoundContract otherwise) {
    return inEffect.stream().filter(a -> term.apply(a) != null).findFirst().orElse(otherwise);
  }

  /// A contract begins when it says so itself; only where it does not, an amendment's first day
  /// stands for it. Its end is what the latest amendment makes it. A day that none of them states
  /// is the CRM's.
  private static FoundContract beginning(FoundContract contract, List<FoundContract> inEffect) {
    return contract.effectiveDate() != null
        ? contract
        : stating(inEffect, FoundContract::effectiveDate, contract);
  }

  private static String source(FoundContract contract, @Nullable String said) {
    return Objects.requireNonNullElse(
        said, contract.agreementId() != null ? "agreement" : "envelope");
  }

  /// Who gave the two days, once where it is the same.
  String sources() {
    return Stream.of(effectiveSource, expirySource)
        .filter(Objects::nonNull)
        .distinct()
        .collect(Collectors.joining(" and "));
  }
}
