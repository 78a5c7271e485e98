package dev.onboarding.contract.establishment;

import dev.onboarding.model.AccountContext;
import dev.onboarding.model.AccountContext.CrmContract;
import dev.onboarding.model.finding.ContractFinding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Establishes findings of one account on one day that is nobody's today.
final class Establishing {

  static final String ACCOUNT = "001000000000001AAA";
  static final LocalDate TODAY = LocalDate.of(2030, 6, 15);

  private static final Reading READING =
      new Reading("clm_get_contract", "call-1", Instant.EPOCH, "digest-1");

  private Establishing() {}

  static ContractFinding establish(FoundContracts... contracts) {
    return establishWith(crm(null, null, null), contracts);
  }

  static ContractFinding establishNaming(String envelope, FoundContracts... contracts) {
    return establishWith(crm(envelope, null, null), contracts);
  }

  static ContractFinding establishWith(CrmContract crm, FoundContracts... contracts) {
    return ContractEstablishment.establish(account(crm), answer(contracts), READING);
  }

  static CrmContract crm(
      @Nullable String envelope, @Nullable LocalDate start, @Nullable LocalDate end) {
    return crm(envelope, start, end, "Activated");
  }

  static CrmContract crm(
      @Nullable String envelope,
      @Nullable LocalDate start,
      @Nullable LocalDate end,
      @Nullable String statusCode) {
    return new CrmContract(
        "800000000000001AAA", "00000123", statusCode, "In force", envelope, start, end);
  }

  static ContractFinding establishWithoutCrm(FoundContracts... contracts) {
    return ContractEstablishment.establish(account(null), answer(contracts), READING);
  }

  private static ContractsOfAccount answer(FoundContracts... contracts) {
    List<FoundContract> found = Stream.of(contracts).map(FoundContracts::build).toList();
    return new ContractsOfAccount(ACCOUNT, found, null);
  }

  private static AccountContext account(@Nullable CrmContract crm) {
    return new AccountContext(ACCOUNT, "ACME-001", "Acme", TODAY, null, crm);
  }
}
