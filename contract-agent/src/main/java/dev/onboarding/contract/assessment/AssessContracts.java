package dev.onboarding.contract.assessment;

import dev.onboarding.contract.assessment.ContractRead.Answered;
import dev.onboarding.contract.assessment.ContractRead.NotRead;
import dev.onboarding.contract.establishment.ContractEstablishment;
import dev.onboarding.model.AccountContext;
import dev.onboarding.model.AccountReference;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.model.finding.Assessment;
import dev.onboarding.model.finding.ContractFinding;
import dev.onboarding.model.finding.Domain;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Assesses the contracts of one or many accounts; what happens to one account leaves the others
/// alone.
public final class AssessContracts {

  private final ReadContracts read;
  private final AssessmentLimits limits;

  AssessContracts(ReadContracts read, AssessmentLimits limits) {
    this.read = read;
    this.limits = limits;
  }

  /// @throws FailureException when there is no account, or there are more than one call may hold
  ContractAssessments of(List<AccountContext> accounts) {
    checkSize(accounts);
    List<AccountContext> sound = accounts.stream().filter(a -> fault(a).isEmpty()).toList();
    Map<ContractQuery, ContractRead> reads =
        read.of(sound.stream().map(ContractQuery::about).distinct().toList());
    return new ContractAssessments(
        accounts.stream()
            .map(account -> new AccountAssessment(account.accountId(), assess(account, reads)))
            .toList());
  }

  /// @throws FailureException when the account has no Salesforce id
  public Assessment<ContractFinding> one(AccountContext account) {
    return of(List.of(account)).assessments().getFirst().assessment();
  }

  private void checkSize(List<AccountContext> accounts) {
    if (accounts.isEmpty()) {
      throw new FailureException(
          Failure.invalid("NO_ACCOUNTS", "accounts is empty: give at least one account."));
    }
    if (accounts.size() > limits.maxAccounts()) {
      throw new FailureException(
          Failure.invalid(
              "TOO_MANY_ACCOUNTS",
              "accounts has %d entries: give at most %d in one call."
                  .formatted(accounts.size(), limits.maxAccounts())));
    }
  }

  private static Optional<Failure> fault(AccountContext account) {
    return isAccountId(account.accountId())
        ? Optional.empty()
        : Optional.of(
            Failure.invalid(
                "INVALID_ACCOUNT_ID",
                "account_id '%s' is no Salesforce account id: give its 15 or 18 characters (001…)."
                    .formatted(shortened(account.accountId()))));
  }

  private static boolean isAccountId(String id) {
    try {
      return new AccountReference(id).isSalesforceId();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String shortened(String text) {
    return text.length() <= 80 ? text : text.substring(0, 80) + "…";
  }

  private static Assessment<ContractFinding> assess(
      AccountContext account, Map<ContractQuery, ContractRead> reads) {
    Optional<Failure> fault = fault(account);
    if (fault.isPresent()) {
      return Assessment.failed(Domain.CONTRACT, fault.get());
    }
    return switch (reads.get(ContractQuery.about(account))) {
      case Answered(var contracts, var reading) ->
          Assessment.judged(
              Domain.CONTRACT,
              List.of(ContractEstablishment.establish(account, contracts, reading)));
      case NotRead(var failure) -> Assessment.failed(Domain.CONTRACT, failure);
      case null ->
          throw new IllegalStateException("Account " + account.accountId() + " was not read");
    };
  }
}
