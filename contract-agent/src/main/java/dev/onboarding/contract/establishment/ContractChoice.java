package dev.onboarding.contract.establishment;

import dev.onboarding.model.AccountContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which of the contracts found is the deal's, what amends it, and why it was picked.
///
/// @param amendments everything that amends it, directly or through another amendment
record ContractChoice(FoundContract contract, List<FoundContract> amendments, String why) {

  /// The newest last. Several documents of one envelope are equally old: the one that states its
  /// term speaks for it, and otherwise the order is only there to be the same every time.
  private static final Comparator<FoundContract> AGE =
      Comparator.comparing(FoundContract::sentOrChanged)
          .thenComparing(FoundContract::executedOrChanged)
          .thenComparing(FoundContract::dated)
          .thenComparing(FoundContract::named)
          .thenComparing(
              FoundContract::agreementId, Comparator.nullsFirst(Comparator.naturalOrder()));

  /// One after the other until one applies: the envelope the CRM names, the newest that is alive,
  /// the newest at all. An amendment leads to what it amends.
  static Optional<ContractChoice> among(List<FoundContract> found, @Nullable String named) {
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Optional<FoundContract> envelope =
        found.stream().filter(c -> named != null && c.isEnvelope(named)).max(AGE);
    List<FoundContract> alive = found.stream().filter(FoundContract::alive).toList();
    if (envelope.isPresent() && (envelope.get().alive() || alive.isEmpty())) {
      return Optional.of(rooted(envelope.get(), found, "The CRM contract names this envelope."));
    }
    return Optional.of(
        rooted(newest(alive.isEmpty() ? found : alive), found, whyNewest(found, alive, named)));
  }

  static @Nullable String namedBy(AccountContext account) {
    String envelope = account.contract() == null ? null : account.contract().envelopeId();
    return envelope == null || envelope.isBlank() ? null : envelope.strip();
  }

  private static FoundContract newest(List<FoundContract> contracts) {
    return contracts.stream().max(AGE).orElseThrow();
  }

  private static String whyNewest(
      List<FoundContract> found, List<FoundContract> alive, @Nullable String named) {
    String first = namedButNotPicked(found, named);
    if (alive.isEmpty()) {
      return first + "Every contract found is voided or deleted; this is the newest.";
    }
    if (found.size() == 1) {
      return first + "It is the only contract found.";
    }
    if (alive.size() == 1) {
      return first
          + "It is the only one of %d contracts that is neither voided nor deleted."
              .formatted(found.size());
    }
    return first
        + "It is the newest of %d contracts that are neither voided nor deleted."
            .formatted(alive.size());
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
      FoundContract picked, List<FoundContract> found, String why) {
    var path = new ArrayList<FoundContract>(List.of(picked));
    Optional<FoundContract> next = parentOf(picked, found);
    while (next.isPresent() && !path.contains(next.get())) {
      path.add(next.get());
      next = parentOf(next.get(), found);
    }
    FoundContract root = path.getLast();
    String via =
        path.size() == 1
            ? ""
            : " That is an amendment (%s); the agreement it amends is the contract."
                .formatted(picked.named());
    return new ContractChoice(root, amendmentsOf(root, found), why + via);
  }

  private static Optional<FoundContract> parentOf(FoundContract child, List<FoundContract> found) {
    return found.stream().filter(child::amends).findFirst();
  }

  private static List<FoundContract> amendmentsOf(FoundContract root, List<FoundContract> found) {
    var family = new ArrayList<FoundContract>(List.of(root));
    for (int i = 0; i < family.size(); i++) {
      FoundContract parent = family.get(i);
      found.stream().filter(c -> c.amends(parent) && !family.contains(c)).forEach(family::add);
    }
    return List.copyOf(family.subList(1, family.size()));
  }
}
