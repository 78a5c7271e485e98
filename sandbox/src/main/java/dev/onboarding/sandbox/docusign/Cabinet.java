package dev.onboarding.sandbox.docusign;

import dev.onboarding.sandbox.story.EnvelopeData;
import dev.onboarding.sandbox.story.Stories;
import dev.onboarding.sandbox.story.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Every envelope and agreement, found by its own id or by the account it names.
final class Cabinet {

  /// One envelope or agreement: whose it is, and which of the story's.
  record Place(Told told, int index) {}

  private final Map<Integer, Told> accounts = new ConcurrentSkipListMap<>();
  private final Map<String, Integer> envelopes = new ConcurrentHashMap<>();
  private final Map<String, Integer> agreements = new ConcurrentHashMap<>();
  private final Map<String, Set<Integer>> named = new ConcurrentHashMap<>();

  Cabinet(Stories stories) {
    stories.follow(this::take);
  }

  private void take(Told told) {
    accounts.put(told.ordinal(), told);
    for (int i = 0; i < told.story().envelopes().size(); i++) {
      envelopes.put(told.envelopeId(i).toString(), told.ordinal());
      named
          .computeIfAbsent(
              accountId(told, told.story().envelopes().get(i)), id -> ConcurrentHashMap.newKeySet())
          .add(told.ordinal());
    }
    for (int i = 0; i < told.story().agreements().size(); i++) {
      agreements.put(told.agreementId(i).toString(), told.ordinal());
    }
  }

  /// The Salesforce account that an envelope's custom field names.
  static String accountId(Told told, EnvelopeData envelope) {
    String other = envelope.account();
    return other == null ? told.accountId() : Told.accountId(other);
  }

  Optional<Place> envelope(String id) {
    Integer ordinal = envelopes.get(id);
    return ordinal == null
        ? Optional.empty()
        : envelopesOf(ordinal)
            .filter(place -> place.told().envelopeId(place.index()).toString().equals(id))
            .findFirst();
  }

  Optional<Place> agreement(String id) {
    Integer ordinal = agreements.get(id);
    return ordinal == null
        ? Optional.empty()
        : agreementsOf(ordinal)
            .filter(place -> place.told().agreementId(place.index()).toString().equals(id))
            .findFirst();
  }

  List<Place> envelopes() {
    return accounts.keySet().stream().flatMap(this::envelopesOf).toList();
  }

  List<Place> agreements() {
    return accounts.keySet().stream().flatMap(this::agreementsOf).toList();
  }

  /// The envelopes of the accounts that some envelope of theirs may name.
  List<Place> envelopesNaming(String accountId) {
    return named.getOrDefault(accountId, Set.of()).stream()
        .sorted()
        .flatMap(this::envelopesOf)
        .toList();
  }

  /// The agreements of the account whose envelope this is.
  List<Place> agreementsBeside(String envelopeId) {
    Integer ordinal = envelopes.get(envelopeId);
    return ordinal == null ? new ArrayList<>() : agreementsOf(ordinal).toList();
  }

  private Stream<Place> envelopesOf(int ordinal) {
    Told told = accounts.get(ordinal);
    return told == null ? Stream.of() : places(told, told.story().envelopes().size());
  }

  private Stream<Place> agreementsOf(int ordinal) {
    Told told = accounts.get(ordinal);
    return told == null ? Stream.of() : places(told, told.story().agreements().size());
  }

  private static Stream<Place> places(Told told, int count) {
    return IntStream.range(0, count).mapToObj(index -> new Place(told, index));
  }
}
