package dev.onboarding.clm.contract;

import dev.onboarding.clm.docusign.Agreement;
import dev.onboarding.clm.docusign.Agreements;
import dev.onboarding.clm.docusign.Envelope;
import dev.onboarding.model.ErrorType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;

/// Finds the agreements that belong to an account's envelopes, or that were signed on paper where
/// there is no envelope, in as few calls as the repository allows.
final class FindAgreements {

  private final Agreements repository;

  FindAgreements(Agreements repository) {
    this.repository = repository;
  }

  /// Reads those of many envelopes in few calls. A question that the repository does not take
  /// leaves its envelopes to be asked for one by one; any other failure is theirs.
  ReadAhead ahead(Collection<Envelope> envelopes) {
    Map<String, Attempt<List<Agreement>>> read = new HashMap<>();
    envelopes.stream()
        .map(Envelope::envelopeId)
        .distinct()
        .gather(Gatherers.windowFixed(Agreements.MOST_ENVELOPES))
        .forEach(ids -> {
          var found = Attempt.at(() -> repository.ofEnvelopes(ids));
          if (!found.failedWith(failure -> failure.errorType() == ErrorType.VALIDATION)) {
            ids.forEach(id -> read.put(id, found));
          }
        });
    return new ReadAhead(read);
  }

  /// @param alive the envelopes that are, or may become, a contract
  /// @param name the account's name, when it is known
  List<Agreement> of(List<Envelope> alive, @Nullable String name, ReadAhead ahead) {
    return switch (alive.size()) {
      case 0 -> name == null ? List.of() : onPaper(name);
      case 1 -> ofEnvelope(alive.getFirst(), ahead);
      default -> ofSeveral(alive, name, ahead);
    };
  }

  /// Whoever else has the name: only an agreement that says it is with this party counts.
  private List<Agreement> onPaper(String name) {
    return repository.ofParty(name).stream()
        .filter(Agreement::isOnPaper)
        .filter(agreement -> agreement.isWith(name))
        .toList();
  }

  private List<Agreement> ofEnvelope(Envelope envelope, ReadAhead ahead) {
    var read = ahead.byEnvelope().get(envelope.envelopeId());
    var found = read == null ? repository.ofEnvelope(envelope.envelopeId()) : read.get();
    return found.stream().filter(agreement -> isFrom(envelope, agreement)).toList();
  }

  /// One call by name usually gives them all; an executed envelope that it does not give is asked
  /// for by itself.
  private List<Agreement> ofSeveral(
      List<Envelope> envelopes, @Nullable String name, ReadAhead ahead) {
    List<Agreement> named = name == null ? List.of() : repository.ofParty(name);
    List<Agreement> found = new ArrayList<>();
    for (Envelope envelope : envelopes) {
      List<Agreement> own =
          named.stream().filter(agreement -> isFrom(envelope, agreement)).toList();
      boolean missing = own.isEmpty() && "completed".equalsIgnoreCase(envelope.status());
      found.addAll(missing ? ofEnvelope(envelope, ahead) : own);
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

  /// What was read of several envelopes before it was asked for.
  ///
  /// @param byEnvelope the answer that the envelope's agreements are in, among those of others
  record ReadAhead(Map<String, Attempt<List<Agreement>>> byEnvelope) {

    static ReadAhead nothing() {
      return new ReadAhead(Map.of());
    }
  }
}
