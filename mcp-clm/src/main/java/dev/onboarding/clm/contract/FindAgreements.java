package dev.onboarding.clm.contract;

import dev.onboarding.clm.docusign.Agreement;
import dev.onboarding.clm.docusign.Agreements;
import dev.onboarding.clm.docusign.Envelope;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds the agreements that belong to an account's envelopes, or that were signed on paper where
/// there is no envelope, in as few calls as the repository allows.
final class FindAgreements {

  private final Agreements repository;

  FindAgreements(Agreements repository) {
    this.repository = repository;
  }

  /// @param alive the envelopes that are, or may become, a contract
  /// @param name the account's name, when it is known
  List<Agreement> of(List<Envelope> alive, @Nullable String name) {
    return switch (alive.size()) {
      case 0 -> name == null ? List.of() : onPaper(name);
      case 1 -> ofEnvelope(alive.getFirst());
      default -> ofSeveral(alive, name);
    };
  }

  /// Whoever else has the name: only an agreement that says it is with this party counts.
  private List<Agreement> onPaper(String name) {
    return repository.ofParty(name).stream()
        .filter(Agreement::isOnPaper)
        .filter(agreement -> agreement.isWith(name))
        .toList();
  }

  private List<Agreement> ofEnvelope(Envelope envelope) {
    return repository.ofEnvelope(envelope.envelopeId()).stream()
        .filter(agreement -> isFrom(envelope, agreement))
        .toList();
  }

  /// One call by name usually gives them all; an executed envelope that it does not give is asked
  /// for by itself.
  private List<Agreement> ofSeveral(List<Envelope> envelopes, @Nullable String name) {
    List<Agreement> named = name == null ? List.of() : repository.ofParty(name);
    List<Agreement> found = new ArrayList<>();
    for (Envelope envelope : envelopes) {
      List<Agreement> own =
          named.stream().filter(agreement -> isFrom(envelope, agreement)).toList();
      boolean missing = own.isEmpty() && "completed".equalsIgnoreCase(envelope.status());
      found.addAll(missing ? ofEnvelope(envelope) : own);
    }
    Set<String> documents =
        found.stream()
            .map(Agreement::documentId)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    named.stream()
        .filter(Agreement::isOnPaper)
        .filter(agreement -> amendsOneOf(documents, agreement))
        .forEach(found::add);
    return found;
  }

  static boolean isFrom(Envelope envelope, Agreement agreement) {
    return envelope.envelopeId().equalsIgnoreCase(agreement.sourceId());
  }

  private static boolean amendsOneOf(Set<String> documents, Agreement agreement) {
    String parent = agreement.parentDocumentId();
    return parent != null && documents.contains(parent);
  }
}
