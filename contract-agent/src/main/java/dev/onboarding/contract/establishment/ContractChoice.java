package dev.onboarding.contract.establishment;

import dev.onboarding.model.AccountContext;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which of the contracts found is the deal's, what amends it, and why it was picked.
///
/// @param amendments everything that amends it, directly or through another amendment
/// @param candidates how many contracts can be the deal's
/// @param ambiguous whether several can, and the CRM names none of them
record ContractChoice(
    FoundContract contract,
    List<FoundContract> amendments,
    int candidates,
    boolean ambiguous,
    String why) {

  /// The newest last. Several documents of one envelope are equally old: the one that is a
  /// contract, then the one that states its term speaks for it, and otherwise the order is only
  /// there to be the same every time.
  private static final Comparator<FoundContract> AGE =
      Comparator.comparing(FoundContract::sentOrChanged)
          .thenComparing(FoundContract::executedOrChanged)
          .thenComparing(FoundContract::otherKind, Comparator.reverseOrder())
          .thenComparing(FoundContract::dated)
          .thenComparing(FoundContract::named)
          .thenComparing(
              FoundContract::agreementId, Comparator.nullsFirst(Comparator.naturalOrder()));

  /// One after the other until one applies: the envelope the CRM names, the newest that is alive,
  /// the newest at all. An amendment leads to what it amends; a document of another kind is taken
  /// only where there is no contract, or where the CRM names it.
  static Optional<ContractChoice> among(
      List<FoundContract> found, @Nullable String named, LocalDate today) {
    if (found.isEmpty()) {
      return Optional.empty();
    }
    var families = new Families(found);
    List<FoundContract> eligible = eligible(found, families);
    int candidates = families.among(eligible.stream().filter(c -> c.canHold(today)).toList());
    List<FoundContract> alive = eligible.stream().filter(FoundContract::alive).toList();
    Optional<FoundContract> envelope =
        found.stream().filter(c -> named != null && c.isEnvelope(named)).max(AGE);
    if (envelope.isPresent() && (envelope.get().alive() || alive.isEmpty())) {
      String why = "The CRM contract names this envelope.";
      return Optional.of(rooted(envelope.get(), families, candidates, false, why));
    }
    FoundContract newest = newest(alive.isEmpty() ? eligible : alive);
    String why = whyNewest(eligible, alive, named, found) + leftAside(found, eligible);
    return Optional.of(rooted(newest, families, candidates, candidates > 1, why));
  }

  static @Nullable String namedBy(AccountContext account) {
    String envelope = account.contract() == null ? null : account.contract().envelopeId();
    return envelope == null || envelope.isBlank() ? null : envelope.strip();
  }

  private static List<FoundContract> eligible(List<FoundContract> found, Families families) {
    List<FoundContract> contracts =
        found.stream().filter(c -> !families.rootOf(c).otherKind()).toList();
    return contracts.isEmpty() ? found : contracts;
  }

  private static FoundContract newest(List<FoundContract> contracts) {
    return contracts.stream().max(AGE).orElseThrow();
  }

  private static String whyNewest(
      List<FoundContract> eligible,
      List<FoundContract> alive,
      @Nullable String named,
      List<FoundContract> found) {
    String first = namedButNotPicked(found, named);
    if (alive.isEmpty()) {
      return first + "Every contract found is voided or deleted; this is the newest.";
    }
    if (eligible.size() == 1) {
      return first + "It is the only contract found.";
    }
    if (alive.size() == 1) {
      return first
          + "It is the only one of %d contracts that is neither voided nor deleted."
              .formatted(eligible.size());
    }
    return first
        + "It is the newest of %d contracts that are neither voided nor deleted."
            .formatted(alive.size());
  }

  private static String leftAside(List<FoundContract> found, List<FoundContract> eligible) {
    int others = found.size() - eligible.size();
    return others == 0 ? "" : " %d document(s) of another kind were left aside.".formatted(others);
  }

  private static String namedButNotPicked(List<FoundContract> found, @Nullable String named) {
    if (named == null) {
      return "";
    }
    boolean present = found.stream().anyMatch(c -> c.isEnvelope(named));
    return "The CRM contract names envelope %s, which %s. "
        .formatted(named, present ? "is voided or deleted" : "was not found");
  }

  private static ContractChoice rooted(
      FoundContract picked, Families families, int candidates, boolean ambiguous, String why) {
    FoundContract root = families.rootOf(picked);
    String via =
        root.equals(picked)
            ? ""
            : " That is an amendment (%s); the agreement it amends is the contract."
                .formatted(picked.named());
    return new ContractChoice(root, families.amendmentsOf(root), candidates, ambiguous, why + via);
  }
}
