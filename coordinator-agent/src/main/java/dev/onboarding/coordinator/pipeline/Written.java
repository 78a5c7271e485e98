package dev.onboarding.coordinator.pipeline;

import java.util.List;

/// The report's files and their digests.
public record Written(List<String> files, String digest) {

  public Written {
    files = List.copyOf(files);
  }
}
