package dev.onboarding.contract.establishment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which of the documents found belong together: a contract, and whatever amends it.
record Families(List<FoundContract> found) {

  /// What a document amends in the end; itself where it amends nothing that was found.
  FoundContract rootOf(FoundContract document) {
    var path = new ArrayList<FoundContract>(List.of(document));
    Optional<FoundContract> next = parentOf(document);
    while (next.isPresent() && !path.contains(next.get())) {
      path.add(next.get());
      next = parentOf(next.get());
    }
    return path.getLast();
  }

  /// Everything that amends it, directly or through another amendment.
  List<FoundContract> amendmentsOf(FoundContract root) {
    var family = new ArrayList<FoundContract>(List.of(root));
    for (int i = 0; i < family.size(); i++) {
      FoundContract parent = family.get(i);
      found.stream().filter(c -> c.amends(parent) && !family.contains(c)).forEach(family::add);
    }
    return List.copyOf(family.subList(1, family.size()));
  }

  /// To how many contracts the documents belong; those of one envelope are one.
  int among(List<FoundContract> documents) {
    var remaining = new ArrayList<>(documents);
    int families = 0;
    while (!remaining.isEmpty()) {
      FoundContract root = rootOf(remaining.getFirst());
      List<FoundContract> family = wholeOf(root);
      remaining.removeIf(one ->
          family.stream().anyMatch(member -> member.equals(one) || member.sharesEnvelope(one)));
      families++;
    }
    return families;
  }

  /// The documents of its envelope, and whatever amends one of them.
  private List<FoundContract> wholeOf(FoundContract root) {
    var whole = new ArrayList<FoundContract>(List.of(root));
    found.stream().filter(one -> one.sharesEnvelope(root)).forEach(whole::add);
    List.copyOf(whole).forEach(one -> whole.addAll(amendmentsOf(one)));
    return whole;
  }

  private Optional<FoundContract> parentOf(FoundContract child) {
    return found.stream().filter(child::amends).findFirst();
  }
}
