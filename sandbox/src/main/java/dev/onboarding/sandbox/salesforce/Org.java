package dev.onboarding.sandbox.salesforce;

import dev.onboarding.sandbox.story.ContractData;
import dev.onboarding.sandbox.story.SalesforceId;
import dev.onboarding.sandbox.story.Stories;
import dev.onboarding.sandbox.story.Told;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;

/// All records of the org, kept in step with the stories and with the calendar.
final class Org {

  private final Clock clock;
  private final Stories stories;
  private final Map<Integer, List<Row>> byStory = new ConcurrentSkipListMap<>();
  private final Map<String, Set<Integer>> mentions = new ConcurrentHashMap<>();
  private volatile LocalDate day;

  Org(Stories stories, Clock clock) {
    this.stories = stories;
    this.clock = clock;
    this.day = today();
    stories.follow(this::take);
  }

  Clock clock() {
    return clock;
  }

  Stream<Row> rows(SObject object) {
    keepUp();
    return byStory.values().stream().flatMap(List::stream).filter(row -> row.object() == object);
  }

  /// The records of the stories that mention one of the values: an id, or an external key.
  Stream<Row> rows(SObject object, Collection<String> values) {
    keepUp();
    var ordinals = new ConcurrentSkipListSet<Integer>();
    values.forEach(value -> ordinals.addAll(mentions.getOrDefault(word(value), Set.of())));
    return ordinals.stream()
        .flatMap(ordinal -> byStory.getOrDefault(ordinal, List.of()).stream())
        .filter(row -> row.object() == object);
  }

  Optional<Row> row(SObject object, String id) {
    String full = SalesforceId.full(id);
    return rows(object, Set.of(full)).filter(row -> row.id().equals(full)).findFirst();
  }

  private void keepUp() {
    if (!today().equals(day)) {
      synchronized (this) {
        if (!today().equals(day)) {
          stories.all().forEach(this::take);
          day = today();
        }
      }
    }
  }

  private void take(Told told) {
    List<Row> rows = new StoryRows(told, clock).rows();
    byStory.put(told.ordinal(), rows);
    for (String word : words(told, rows)) {
      mentions.computeIfAbsent(word, w -> ConcurrentHashMap.newKeySet()).add(told.ordinal());
    }
  }

  private static Set<String> words(Told told, List<Row> rows) {
    var words = new HashSet<String>();
    words.add(word(told.key()));
    for (Row row : rows) {
      for (SField field : row.object().fields()) {
        if (row.value(field.name()) instanceof String text && identifies(field)) {
          words.add(word(text));
        }
      }
    }
    told.story().contracts().stream()
        .map(ContractData::account)
        .filter(other -> other != null)
        .forEach(other -> words.add(word(String.valueOf(other))));
    return words;
  }

  /// Fields whose values find records without looking at all of them.
  static boolean identifies(SField field) {
    return field.holdsId()
        || field.name().equals("External_Key__c")
        || field.name().equals("DocuSign_Envelope_Id__c");
  }

  private static String word(String value) {
    return SalesforceId.isOne(value) ? SalesforceId.full(value) : value.toLowerCase(Locale.ROOT);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
