package dev.onboarding.connector;

import tools.jackson.databind.JsonNode;

/// What another system wrote for people: quoted on one line and not at any length.
public final class ForeignText {

  private static final int LONGEST = 300;

  private ForeignText() {}

  public static String quoted(String text) {
    String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }

  /// The first of these that is a text and says something, quoted; else empty.
  public static String firstOf(JsonNode... candidates) {
    for (JsonNode candidate : candidates) {
      String text = quoted(candidate.stringValue(""));
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }
}
