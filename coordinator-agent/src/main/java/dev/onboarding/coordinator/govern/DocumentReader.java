package dev.onboarding.coordinator.govern;

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

  /// The document that holds as long as nobody has activated another one; it ships with this
  /// version.
  String shipped();

  /// What a document calls itself, and its digest.
  record Identity(String version, String digest) {}
}
