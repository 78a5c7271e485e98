package dev.onboarding.clm.contract;

import dev.onboarding.clm.contract.FindAgreements.ReadAhead;
import dev.onboarding.clm.docusign.Agreement;
import dev.onboarding.clm.docusign.Envelope;
import dev.onboarding.connector.Gathering;
import dev.onboarding.connector.Gathering.Outcome;
import dev.onboarding.model.CallTally;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The contracts that DocuSign holds: for one envelope, two calls.
final class Contracts {

  /// The longest list that is taken at once.
  static final int MOST_ACCOUNTS = 200;

  private final FindEnvelopes envelopes;
  private final FindAgreements agreements;
  private final TranslateContract translate;
  private final ClmProperties properties;
  private final Gathering<AccountKey, AccountContracts> gathering;

  Contracts(
      FindEnvelopes envelopes,
      FindAgreements agreements,
      TranslateContract translate,
      ClmProperties properties,
      Clock clock) {
    this.gathering = new Gathering<>(this::outcomes, MOST_ACCOUNTS, clock);
    this.envelopes = envelopes;
    this.agreements = agreements;
    this.translate = translate;
    this.properties = properties;
  }

  /// Reads that arrive while another is under way are read together.
  AccountContracts ofAccount(AccountKey asked) {
    return gathering.read(asked.checked());
  }

  private List<Outcome<AccountContracts>> outcomes(List<AccountKey> accounts) {
    return read(accounts).stream().map(Attempt::outcome).toList();
  }

  AccountsContracts ofAccounts(List<AccountKey> asked) {
    if (asked.isEmpty() || asked.size() > MOST_ACCOUNTS) {
      throw new FailureException(
          Failure.invalid(
              "INVALID_NUMBER_OF_ACCOUNTS",
              "accounts holds %d entries; give 1 to %d".formatted(asked.size(), MOST_ACCOUNTS)));
    }
    List<Attempt<AccountKey>> checked =
        asked.stream().map(account -> Attempt.at(account::checked)).toList();
    List<AccountKey> valid =
        checked.stream().map(Attempt::value).flatMap(Stream::ofNullable).distinct().toList();
    CallTally.current().batched(valid.size());
    List<Attempt<AccountContracts>> read = valid.isEmpty() ? List.of() : read(valid);
    Map<AccountKey, Attempt<AccountContracts>> found = new HashMap<>();
    for (int i = 0; i < valid.size(); i++) {
      found.put(valid.get(i), read.get(i));
    }
    return new AccountsContracts(
        IntStream.range(0, asked.size())
            .mapToObj(i -> outcome(asked.get(i), checked.get(i), found))
            .toList());
  }

  private static AccountOutcome outcome(
      AccountKey asked,
      Attempt<AccountKey> checked,
      Map<AccountKey, Attempt<AccountContracts>> found) {
    FailureException invalid = checked.failure();
    if (invalid != null) {
      return AccountOutcome.failed(asked.accountId(), invalid.failure());
    }
    Attempt<AccountContracts> attempt = Objects.requireNonNull(found.get(checked.get()));
    FailureException failure = attempt.failure();
    return failure == null
        ? AccountOutcome.of(attempt.get())
        : AccountOutcome.failed(asked.accountId(), failure.failure());
  }

  private List<Attempt<AccountContracts>> read(List<AccountKey> accounts) {
    List<Attempt<List<Envelope>>> found = envelopes.of(accounts);
    ReadAhead ahead = accounts.size() == 1 ? ReadAhead.nothing() : agreements.ahead(alive(found));
    List<Integer> positions = IntStream.range(0, accounts.size()).boxed().toList();
    return Attempt.forEach(
        positions,
        properties.parallel(),
        i -> contracts(accounts.get(i), found.get(i).get(), ahead));
  }

  private static List<Envelope> alive(List<Attempt<List<Envelope>>> found) {
    return found.stream()
        .map(Attempt::value)
        .flatMap(Stream::ofNullable)
        .flatMap(List::stream)
        .filter(FindEnvelopes::isAlive)
        .toList();
  }

  private AccountContracts contracts(AccountKey account, List<Envelope> found, ReadAhead ahead) {
    List<Envelope> alive = found.stream().filter(FindEnvelopes::isAlive).toList();
    List<Agreement> terms = agreements.of(alive, account.accountName(), ahead);
    List<Contract> contracts = new ArrayList<>();
    for (Envelope envelope : found) {
      contracts.addAll(ofEnvelope(envelope, terms));
    }
    terms.stream()
        .filter(Agreement::isOnPaper)
        .filter(agreement -> found.stream().noneMatch(e -> FindAgreements.isFrom(e, agreement)))
        .map(translate::onPaper)
        .forEach(contracts::add);
    return new AccountContracts(account.accountId(), found.size(), contracts);
  }

  /// An envelope may hold several documents, each an agreement of its own.
  private List<Contract> ofEnvelope(Envelope envelope, List<Agreement> terms) {
    List<Agreement> own =
        terms.stream().filter(agreement -> FindAgreements.isFrom(envelope, agreement)).toList();
    return own.isEmpty()
        ? List.of(translate.ofEnvelope(envelope, null))
        : own.stream().map(agreement -> translate.ofEnvelope(envelope, agreement)).toList();
  }
}
