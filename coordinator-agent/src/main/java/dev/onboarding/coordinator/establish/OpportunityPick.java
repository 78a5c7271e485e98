package dev.onboarding.coordinator.establish;

import dev.onboarding.coordinator.establish.CrmSnapshot.Opportunity;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which opportunity is being onboarded, and why: the one the trigger names, even where it is
/// another account's; else the latest won; else the newest open, else the newest.
///
/// @param picked null only when the account has none
/// @param ambiguous whether no rule picks one and the pick is provisional
record OpportunityPick(
    int count, int wonCount, boolean ambiguous, @Nullable Opportunity picked, String choice) {

  private static final Comparator<Opportunity> NEWEST_FIRST =
      Comparator.comparing(
              Opportunity::closeDate, Comparator.nullsLast(Comparator.<LocalDate>reverseOrder()))
          .thenComparing(Opportunity::id, Comparator.nullsLast(Comparator.<String>reverseOrder()));

  /// @param read the opportunity that the CRM gave for the trigger's id
  static OpportunityPick among(
      List<Opportunity> all, @Nullable Opportunity read, @Nullable String trigger) {
    List<Opportunity> present =
        all.stream().filter(one -> !Crm.isTrue(one.isDeleted())).sorted(NEWEST_FIRST).toList();
    if (read != null && isForeign(read, present, trigger)) {
      return foreign(present, read);
    }
    if (present.isEmpty()) {
      return new OpportunityPick(0, 0, false, null, "The account has no opportunity.");
    }
    OpportunityPick byRule = byRule(present);
    if (trigger == null) {
      return byRule;
    }
    Optional<Opportunity> named =
        present.stream().filter(one -> Crm.sameId(one.id(), trigger)).findFirst();
    return named
        .map(one -> byRule.with(false, one, "The trigger names it."))
        .orElseGet(() -> byRule.provisionally(trigger));
  }

  /// Whether the trigger names an opportunity that exists and that the account does not have.
  private static boolean isForeign(
      Opportunity read, List<Opportunity> present, @Nullable String trigger) {
    return !Crm.isTrue(read.isDeleted())
        && Crm.sameId(read.id(), trigger)
        && present.stream().noneMatch(one -> Crm.sameId(one.id(), trigger));
  }

  private static OpportunityPick foreign(List<Opportunity> present, Opportunity read) {
    List<Opportunity> all = Stream.concat(present.stream(), Stream.of(read)).toList();
    int won = (int) all.stream().filter(one -> Crm.isTrue(one.isWon())).count();
    return new OpportunityPick(
        all.size(), won, false, read, "The trigger names it; it is not among this account's.");
  }

  private static OpportunityPick byRule(List<Opportunity> present) {
    List<Opportunity> won = present.stream().filter(one -> Crm.isTrue(one.isWon())).toList();
    OpportunityPick counted = new OpportunityPick(present.size(), won.size(), false, null, "");
    if (won.isEmpty()) {
      return noneWon(present, counted);
    }
    Opportunity latest = won.getFirst();
    if (won.size() == 1) {
      String why = present.size() == 1 ? "It is the only one." : "It is the only one that is won.";
      return counted.with(false, latest, why);
    }
    return severalWon(won, latest, counted);
  }

  private static OpportunityPick severalWon(
      List<Opportunity> won, Opportunity latest, OpportunityPick counted) {
    if (won.stream().anyMatch(one -> one.closeDate() == null)) {
      return counted.with(
          true,
          latest,
          "%d are won, and not all have a close date; provisionally %s."
              .formatted(won.size(), Crm.orUnknown(latest.id())));
    }
    long tied =
        won.stream().filter(one -> Objects.equals(one.closeDate(), latest.closeDate())).count();
    return tied > 1
        ? counted.with(
            true,
            latest,
            "%d were won on the same latest day, %s; provisionally %s."
                .formatted(tied, latest.closeDate(), Crm.orUnknown(latest.id())))
        : counted.with(
            false,
            latest,
            "It is the latest of %d that are won, closed on %s."
                .formatted(won.size(), latest.closeDate()));
  }

  private static OpportunityPick noneWon(List<Opportunity> present, OpportunityPick counted) {
    Optional<Opportunity> open =
        present.stream().filter(one -> !Crm.isTrue(one.isClosed())).findFirst();
    if (present.size() == 1) {
      return counted.with(false, present.getFirst(), "It is the only one.");
    }
    return open.map(one -> counted.with(false, one, "None is won; it is the newest open one."))
        .orElseGet(() ->
            counted.with(false, present.getFirst(), "None is won or open; it is the newest."));
  }

  private OpportunityPick with(boolean uncertain, Opportunity one, String why) {
    return new OpportunityPick(count, wonCount, uncertain, one, why);
  }

  private OpportunityPick provisionally(String trigger) {
    return new OpportunityPick(
        count,
        wonCount,
        true,
        picked,
        "The trigger names %s, which the account does not have; provisionally: %s"
            .formatted(trigger, choice));
  }
}
