package dev.onboarding.adviser.shield;

import java.util.regex.Pattern;

/// Takes out what a page, a mail or a chat would not show as plain words.
final class Markup {

  private static final Pattern FENCE = Pattern.compile("(?s)```.*?(?:```|$)|~~~.*?(?:~~~|$)");
  private static final Pattern TAG = Pattern.compile("(?s)<[^<>]{0,2000}>|‹[^‹›]{0,2000}›");
  private static final Pattern IMAGE_OR_LINK =
      Pattern.compile(
          "(?s)!?\\[([^\\[\\]]{0,300})]\\s?(?:\\([^()]{0,2000}\\)|\\[[^\\[\\]]{0,300}])");
  private static final Pattern ENTITY =
      Pattern.compile("&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8});");
  private static final Pattern EMPHASIS =
      Pattern.compile(
          "\\*{1,3}(?=\\S)|(?<=\\S)\\*{1,3}|(?<![\\p{L}\\d])_{1,3}(?=\\S)|(?<=\\S)_{1,3}(?![\\p{L}\\d])|^\\s{0,3}#{1,6}\\s|\\||~~");
  private static final Pattern REST = Pattern.compile("[<>‹›`\\[\\]\\\\]|!(?=\\[)");

  private static final Pattern HOSTILE =
      Pattern.compile(
          "(?is)<\\s*/?\\s*[a-z!?]|‹\\s*/?\\s*[a-z!?]|```|!\\[|]\\s?\\(|&(?:lt|gt|#\\d+|#x[0-9a-f]+);"
              + "|\\b(?:tool_call|tool_use|function_call|tool_code|tool_name|invoke|parameter name)s?\\b"
              + "|\\b[a-z]{2,}(?:_[a-z]{2,}){1,5}\\b|\\bsystem\\s?:|\\bassistant\\s?:"
              + "|\"(?:name|tool|function|arguments|recipient)\"\\s?:|\\{\\s*\"");

  private Markup() {}

  static String without(String text) {
    String plain = FENCE.matcher(text).replaceAll(" ");
    plain = IMAGE_OR_LINK.matcher(plain).replaceAll("$1");
    plain = TAG.matcher(plain).replaceAll(" ");
    plain = ENTITY.matcher(plain).replaceAll(" ");
    plain = EMPHASIS.matcher(plain).replaceAll("");
    return REST.matcher(plain).replaceAll("");
  }

  /// Whether the text holds markup, a call of a tool, or the parts of a conversation.
  static boolean isHostile(String text) {
    return HOSTILE.matcher(text).find();
  }
}
