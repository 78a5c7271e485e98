package dev.onboarding.allinone.conformance;

/// The smallest picture and the smallest sound.
final class Samples {

  static final String PNG = "image/png";
  static final String WAV = "audio/wav";

  static final String RED_DOT =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==";

  static final String SILENCE = "UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQAAAAA=";

  private Samples() {}
}
