package dev.onboarding.coordinator.govern;

import dev.onboarding.coordinator.govern.DocumentAct.Act;
import dev.onboarding.coordinator.govern.DocumentReader.Identity;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/// Takes documents and the acts of people who put them in force. A document is checked whole before
/// it is stored, and again before it counts, because it may come from a newer version.
public final class DocumentDesk {

  /// Who stored what ships with a version.
  private static final String SYSTEM = "system";

  private final Documents documents;
  private final TransactionOperations transactions;
  private final Map<DocumentKind, DocumentReader> readers = new EnumMap<>(DocumentKind.class);
  private final Map<DocumentKind, Identity> shipped = new EnumMap<>(DocumentKind.class);

  /// Stores what ships with this version.
  public DocumentDesk(
      Documents documents, TransactionOperations transactions, List<DocumentReader> readers) {
    this.documents = documents;
    this.transactions = transactions;
    for (var reader : readers) {
      this.readers.put(reader.kind(), reader);
      var text = reader.shipped();
      if (text != null) {
        var identity = reader.read("shipped " + reader.kind().word(), text);
        shipped.put(reader.kind(), identity);
        documents.keep(reader.kind(), identity, text, SYSTEM);
      }
    }
  }

  /// @param name under which problems are reported
  /// @return the document as it is kept; the same content again gives the same
  /// @throws DocumentRefused with every problem at once
  public Document store(DocumentKind kind, String name, String content, String person) {
    var identity = reader(kind).read(name, content);
    reader(kind).examine(name, content);
    documents.keep(kind, identity, content, person);
    return documents.find(kind, identity.digest()).orElseThrow();
  }

  /// From now on the document counts, on every node.
  public ActResult activate(DocumentKind kind, String digest, String person, String reason) {
    var unusable = unusable(kind, digest);
    return unusable.isPresent()
        ? new ActResult.Refused(unusable.get())
        : decided(
            kind,
            () -> {
              var before = inForce(kind);
              var last = documents.inForce(kind);
              if (digest.equals(before) && last.isPresent()) {
                return new ActResult.Accepted(last.get(), true);
              }
              return refusal(kind, digest)
                  .<ActResult>map(ActResult.Refused::new)
                  .orElseGet(() -> done(kind, Act.ACTIVATE, digest, before, person, reason));
            });
  }

  /// What counted before the last act counts again: a document, or what another server ships with.
  public ActResult goBack(DocumentKind kind, String person, String reason) {
    return decided(
        kind,
        () -> {
          var last = documents.inForce(kind);
          var digest = last.map(DocumentAct::from).orElse(null);
          if (last.isEmpty() || (digest == null && shipped.containsKey(kind))) {
            return new ActResult.Refused(
                "Nothing was in force before; there is nothing to return.");
          }
          if (digest == null) {
            return done(kind, Act.RETURN, null, last.get().digest(), person, reason);
          }
          return refusal(kind, digest, reader(kind)::readAgain)
              .<ActResult>map(ActResult.Refused::new)
              .orElseGet(() -> done(kind, Act.RETURN, digest, last.get().digest(), person, reason));
        });
  }

  /// The document decides beside the one in force, and nothing follows from what it says.
  ///
  /// @param digest null for none any more
  public ActResult shadow(
      DocumentKind kind, @Nullable String digest, String person, String reason) {
    var unusable = digest == null ? Optional.<String>empty() : unusable(kind, digest);
    return unusable.isPresent()
        ? new ActResult.Refused(unusable.get())
        : decided(
            kind,
            () -> {
              var last = documents.inShadow(kind);
              var before = last.map(DocumentAct::digest).orElse(null);
              if (last.isPresent() && Objects.equals(before, digest)) {
                return new ActResult.Accepted(last.get(), true);
              }
              if (digest == null) {
                return before == null
                    ? new ActResult.Refused("Nothing runs in the shadow.")
                    : done(kind, Act.END_SHADOW, null, before, person, reason);
              }
              return refusal(kind, digest)
                  .<ActResult>map(ActResult.Refused::new)
                  .orElseGet(() -> done(kind, Act.SHADOW, digest, before, person, reason));
            });
  }

  /// The digest that counts: what a person put in force, else what ships with this version.
  public @Nullable String inForce(DocumentKind kind) {
    var act = documents.inForce(kind);
    if (act.isPresent()) {
      return act.get().digest();
    }
    var identity = shipped.get(kind);
    return identity == null ? null : identity.digest();
  }

  /// Why whoever will use the document could not; what is not stored is told later.
  private Optional<String> unusable(DocumentKind kind, String digest) {
    try {
      documents
          .find(kind, digest)
          .ifPresent(document -> reader(kind).examine(digest, document.content()));
      return Optional.empty();
    } catch (DocumentRefused refused) {
      return Optional.of(String.valueOf(refused.getMessage()));
    }
  }

  private ActResult decided(DocumentKind kind, Supplier<ActResult> work) {
    return Objects.requireNonNull(
        transactions.execute(status -> {
          documents.lock(kind);
          return work.get();
        }));
  }

  private ActResult done(
      DocumentKind kind,
      Act act,
      @Nullable String digest,
      @Nullable String before,
      String person,
      String reason) {
    return new ActResult.Accepted(documents.add(kind, act, digest, before, person, reason), false);
  }

  /// Why the document cannot count; it must be stored, be what its digest says, and be readable.
  private Optional<String> refusal(DocumentKind kind, String digest) {
    return refusal(kind, digest, reader(kind)::read);
  }

  private Optional<String> refusal(
      DocumentKind kind, String digest, BiFunction<String, String, Identity> read) {
    var document = documents.find(kind, digest);
    if (document.isEmpty()) {
      return Optional.of("No such document is stored; add it first.");
    }
    try {
      var identity = read.apply(digest, document.get().content());
      return identity.digest().equals(digest)
          ? Optional.empty()
          : Optional.of("The stored text is not the one that was added: its digest differs.");
    } catch (DocumentRefused unreadable) {
      return Optional.of("This version cannot read it: " + unreadable.getMessage());
    }
  }

  private DocumentReader reader(DocumentKind kind) {
    var reader = readers.get(kind);
    if (reader == null) {
      throw new DocumentRefused(List.of("This system governs no " + kind.word() + "."));
    }
    return reader;
  }
}
