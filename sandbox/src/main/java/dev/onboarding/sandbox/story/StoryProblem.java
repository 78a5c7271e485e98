package dev.onboarding.sandbox.story;

/// A story that cannot be told as it was written; the message says what to change.
public final class StoryProblem extends RuntimeException {

  public StoryProblem(String message) {
    super(message);
  }
}
