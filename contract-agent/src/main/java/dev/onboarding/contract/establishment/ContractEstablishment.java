package dev.onboarding.contract.establishment;

import dev.onboarding.model.AccountContext;
import dev.onboarding.model.finding.ContractFinding;
import dev.onboarding.model.finding.ContractState;
import dev.onboarding.model.finding.Evidence;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Establishes what is true of an account's contract from what was read and the account's own day.
///
/// No threshold and no judgement; the same input always gives the same finding.
public final class ContractEstablishment {

  private ContractEstablishment() {}

  /// What is true of the account's contract; a finding that counts none where none was found.
  public static ContractFinding establish(
      AccountContext account, ContractsOfAccount answer, Reading reading) {
    return ContractChoice.among(
            answer.contracts(), ContractChoice.namedBy(account), account.today())
        .map(choice -> found(account, answer, choice, reading))
        .orElseGet(() -> absent(account, reading));
  }

  private static ContractFinding found(
      AccountContext account, ContractsOfAccount answer, ContractChoice choice, Reading reading) {
    FoundContract contract = choice.contract();
    @Nullable ContractState state = contract.state();
    ContractTerms terms = ContractTerms.of(choice, account);
    CrmTerms crm = CrmTerms.of(account);
    int pending = pending(contract, state);
    Optional<Signatory> signatory = signatoryOf(contract);
    return new ContractFinding(
        answer.contracts().size() - choice.amendments().size(),
        choice.candidates(),
        choice.ambiguous(),
        contract.otherKind(),
        idOf(contract),
        state,
        contract.crmAccountId(),
        terms.effectiveDate(),
        terms.expiryDate(),
        terms.effectiveSource(),
        terms.expirySource(),
        terms.renewing(),
        isBefore(terms.expiryDate(), account.today()),
        isBefore(account.today(), terms.effectiveDate()),
        contract.terminated() || crm.terminated(),
        crm.status(),
        crm.start(),
        crm.end(),
        contract.onPaper(),
        pending,
        terms.amendments(),
        terms.value(),
        terms.paymentTerms(),
        terms.reviewed(),
        signatory.map(Signatory::name).orElse(null),
        signatory.map(Signatory::email).orElse(null),
        choice.why() + amendmentsWeighed(terms.amendments(), choice.amendments().size()),
        ContractSentence.about(contract, state, terms, crm, pending, account.today()),
        evidence(choice, reading));
  }

  private static ContractFinding absent(AccountContext account, Reading reading) {
    String asked = "contracts of account " + account.accountId();
    CrmTerms crm = CrmTerms.of(account);
    return new ContractFinding(
        0,
        0,
        false,
        false,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        false,
        false,
        false,
        crm.terminated(),
        crm.status(),
        crm.start(),
        crm.end(),
        false,
        0,
        0,
        null,
        null,
        null,
        null,
        null,
        "There is none to pick from.",
        "No contract was found for %s.".formatted(account.accountName()),
        List.of(reading.of(asked)));
  }

  private static @Nullable String idOf(FoundContract contract) {
    if (contract.envelopeId() != null) {
      return contract.envelopeId();
    }
    return contract.onPaper() ? contract.agreementId() : null;
  }

  /// `SIGNED` means that ours is still missing, whether or not the answer lists our signer.
  private static int pending(FoundContract contract, @Nullable ContractState state) {
    int listed = (int) contract.signatories().stream().filter(Signatory::pending).count();
    return state == ContractState.SIGNED ? Math.max(1, listed) : listed;
  }

  private static Optional<Signatory> signatoryOf(FoundContract contract) {
    return contract.signatories().stream()
        .filter(Signatory::ofCustomer)
        .min(Comparator.comparingInt(Signatory::place));
  }

  private static boolean isBefore(@Nullable LocalDate day, @Nullable LocalDate other) {
    return day != null && other != null && day.isBefore(other);
  }

  private static String amendmentsWeighed(int inEffect, int all) {
    if (all == 0) {
      return "";
    }
    if (inEffect == 0) {
      return " %d amendment(s) found, none in effect.".formatted(all);
    }
    return " %d of %d amendment(s) in effect; the latest overrides its terms."
        .formatted(inEffect, all);
  }

  private static List<Evidence> evidence(ContractChoice choice, Reading reading) {
    return Stream.concat(Stream.of(choice.contract()), choice.amendments().stream())
        .flatMap(ContractEstablishment::records)
        .map(reading::of)
        .toList();
  }

  private static Stream<String> records(FoundContract contract) {
    if (contract.envelopeId() == null && contract.agreementId() == null) {
      return Stream.of("a contract without an id");
    }
    return Stream.of(
            contract.envelopeId() == null ? "" : "Envelope " + contract.envelopeId(),
            contract.agreementId() == null ? "" : "Agreement " + contract.agreementId())
        .filter(record -> !record.isEmpty());
  }
}
