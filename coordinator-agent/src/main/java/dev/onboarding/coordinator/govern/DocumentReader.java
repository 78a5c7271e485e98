package dev.onboarding.coordinator.govern;

/// Reads documents of one kind, and refuses what cannot be put in force.
public interface DocumentReader {

  DocumentKind kind();

  /// @param name under which problems are reported
  /// @throws DocumentRefused with every problem at once
  Identity read(String name, String content);

  /// The document that holds as long as nobody has activated another one; it ships with this
  /// version.
  String shipped();

  /// What a document calls itself, and its digest.
  record Identity(String version, String digest) {}
}
