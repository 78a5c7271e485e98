package dev.onboarding.clm.contract;

import dev.onboarding.clm.contract.ClmProperties.First;
import dev.onboarding.clm.docusign.Envelope;
import dev.onboarding.clm.docusign.Envelopes;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Finds the envelopes of accounts, by the account that they name and by the id that the CRM names.
///
/// What comes first is configuration; the other is tried for what the first did not find.
final class FindEnvelopes {

  private final Envelopes docuSign;
  private final ClmProperties properties;
  private final Clock clock;

  FindEnvelopes(Envelopes docuSign, ClmProperties properties, Clock clock) {
    this.docuSign = docuSign;
    this.properties = properties;
    this.clock = clock;
  }

  /// One attempt for each account, in their order.
  List<Attempt<List<Envelope>>> of(List<AccountKey> accounts) {
    List<Attempt<Searched>> first = first(accounts);
    List<String> open =
        IntStream.range(0, accounts.size())
            .filter(i -> isOpen(accounts.get(i), first.get(i)))
            .mapToObj(i -> String.valueOf(accounts.get(i).envelopeId()))
            .toList();
    Attempt<Map<String, Envelope>> named = Attempt.at(() -> byIds(open));
    List<Integer> positions = IntStream.range(0, accounts.size()).boxed().toList();
    return Attempt.forEach(
        positions, properties.parallel(), i -> joined(accounts.get(i), first.get(i).get(), named));
  }

  private List<Envelope> joined(
      AccountKey account, Searched first, Attempt<Map<String, Envelope>> named) {
    List<Envelope> found = new ArrayList<>(first.found());
    String id = account.envelopeId();
    if (id != null && !contains(found, id)) {
      Envelope envelope = named.get().get(key(id));
      if (envelope != null) {
        found.add(envelope);
      }
    }
    if (!first.byField() && found.stream().noneMatch(FindEnvelopes::isAlive)) {
      byField(account).stream()
          .filter(envelope -> !contains(found, envelope.envelopeId()))
          .forEach(found::add);
    }
    return found;
  }

  private List<Attempt<Searched>> first(List<AccountKey> accounts) {
    if (properties.identity().first() == First.ENVELOPE_ID) {
      return accounts.stream().map(_ -> Attempt.at(Searched::notYet)).toList();
    }
    var sweep = properties.sweep();
    return sweep.mostPages() == 0 || accounts.size() < sweep.fromAccounts()
        ? Attempt.forEach(accounts, properties.parallel(), this::searched)
        : together(accounts, sweep);
  }

  /// Many accounts by a sweep. Where that would take too many calls, an envelope that the CRM names
  /// is taken for the account's, and only who has none, or none alive, is searched for.
  private List<Attempt<Searched>> together(List<AccountKey> accounts, ClmProperties.Sweep sweep) {
    var swept = Attempt.at(() -> docuSign.changedSince(since(), sweep.mostPages()));
    if (swept.failure() != null && !swept.failedWith(FindEnvelopes::dueToTheQuestion)) {
      return accounts.stream().map(_ -> new Attempt<Searched>(null, swept.failure())).toList();
    }
    if (swept.value() != null && swept.value().isPresent()) {
      return among(swept.value().get(), accounts);
    }
    return Attempt.forEach(
        accounts,
        properties.parallel(),
        account -> account.envelopeId() == null ? searched(account) : Searched.notYet());
  }

  private Searched searched(AccountKey account) {
    return new Searched(byField(account), true);
  }

  /// What hits every call alike, such as an outage or a limit, is not multiplied.
  private static boolean dueToTheQuestion(Failure failure) {
    return failure.errorType() == ErrorType.VALIDATION
        || failure.errorCode().equals("ANSWER_TOO_LARGE");
  }

  private List<Attempt<Searched>> among(List<Envelope> all, List<AccountKey> accounts) {
    String field = properties.identity().accountField();
    Map<String, Map<String, Envelope>> carrying = new HashMap<>();
    for (Envelope envelope : all) {
      String key = envelope.field(field);
      if (key != null) {
        carrying
            .computeIfAbsent(key, _ -> new LinkedHashMap<>())
            .putIfAbsent(key(envelope.envelopeId()), envelope);
      }
    }
    return accounts.stream()
        .map(account ->
            Attempt.at(() ->
                new Searched(
                    firstFound(
                        account, key -> List.copyOf(carrying.getOrDefault(key, Map.of()).values())),
                    true)))
        .toList();
  }

  private List<Envelope> byField(AccountKey account) {
    return firstFound(account, this::carrying);
  }

  /// Under one form of the key after the other until one finds any.
  private List<Envelope> firstFound(AccountKey account, Function<String, List<Envelope>> search) {
    List<String> keys = properties.identity().keysOf(account);
    for (String key : keys) {
      List<Envelope> found = search.apply(key);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  /// The filter of DocuSign is asked for, and then not trusted.
  private List<Envelope> carrying(String key) {
    String field = properties.identity().accountField();
    return docuSign.withField(field, key, since()).stream()
        .filter(envelope -> key.equals(envelope.field(field)))
        .toList();
  }

  private Instant since() {
    return clock.instant().atZone(ZoneOffset.UTC).minus(properties.lookBack()).toInstant();
  }

  private Map<String, Envelope> byIds(List<String> ids) {
    List<Envelope> found =
        switch (ids.size()) {
          case 0 -> List.of();
          case 1 -> docuSign.byId(ids.getFirst()).stream().toList();
          default -> docuSign.byIds(ids);
        };
    Map<String, Envelope> byId = new HashMap<>();
    found.forEach(envelope -> byId.put(key(envelope.envelopeId()), envelope));
    return byId;
  }

  private static boolean isOpen(AccountKey account, Attempt<Searched> first) {
    String id = account.envelopeId();
    Searched searched = first.value();
    return id != null && searched != null && !contains(searched.found(), id);
  }

  static boolean isAlive(Envelope envelope) {
    ContractStatus status = EnvelopeStatus.of(envelope, List.of());
    return status == null || status.isAlive();
  }

  private static boolean contains(List<Envelope> envelopes, String id) {
    return envelopes.stream().anyMatch(envelope -> envelope.envelopeId().equalsIgnoreCase(id));
  }

  private static String key(String id) {
    return id.toLowerCase(Locale.ROOT);
  }

  /// What the first look found.
  ///
  /// @param byField whether the account was searched for by the field that names it
  private record Searched(List<Envelope> found, boolean byField) {

    static Searched notYet() {
      return new Searched(List.of(), false);
    }
  }
}
