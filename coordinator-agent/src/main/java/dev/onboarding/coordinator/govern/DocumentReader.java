package dev.onboarding.coordinator.govern;

import org.jspecify.annotations.Nullable;

/// Reads documents of one kind, and refuses what cannot be put in force.
public interface DocumentReader {

  DocumentKind kind();

  /// @param name under which problems are reported
  /// @throws DocumentRefused with every problem at once
  Identity read(String name, String content);

  /// As [#read], for a document that was in force before: only what stands in the way of using it
  /// refuses it.
  ///
  /// @throws DocumentRefused with every problem at once
  default Identity readAgain(String name, String content) {
    return read(name, content);
  }

  /// Asks whoever will use the document whether it can be used; called with no transaction open.
  ///
  /// @throws DocumentRefused with every problem at once
  default void examine(String name, String content) {}

  /// The document that holds as long as nobody has activated another one; it ships with this
  /// version. Null where the default belongs to another server.
  @Nullable String shipped();

  /// What a document calls itself, and its digest.
  record Identity(String version, String digest) {}
}
