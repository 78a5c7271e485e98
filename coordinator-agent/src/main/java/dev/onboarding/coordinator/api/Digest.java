package dev.onboarding.coordinator.api;

import dev.onboarding.coordinator.govern.DocumentKind;
import dev.onboarding.coordinator.govern.Documents;
import dev.onboarding.coordinator.http.ProblemException;
import dev.onboarding.coordinator.http.ProblemType;

/// A digest as people give it: whole, or so much of it that only one document is meant.
final class Digest {

  private static final int SHORTEST = 6;

  private Digest() {}

  /// @return the digest of a document that is stored
  static String whole(Documents documents, DocumentKind kind, String given) {
    if (given.length() < SHORTEST) {
      throw new ProblemException(
          ProblemType.INVALID_REQUEST,
          "Give the digest, or at least its first %d characters.".formatted(SHORTEST));
    }
    var meant = documents.beginningWith(kind, given);
    return switch (meant.size()) {
      case 0 ->
          throw new ProblemException(
              ProblemType.DOCUMENT_NOT_FOUND, "No document is stored under this digest; add it.");
      case 1 -> meant.getFirst();
      default ->
          throw new ProblemException(
              ProblemType.INVALID_REQUEST, "More than one digest begins so; give more of it.");
    };
  }
}
