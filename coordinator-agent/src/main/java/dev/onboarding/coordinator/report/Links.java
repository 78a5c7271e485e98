package dev.onboarding.coordinator.report;

/// Quick looks for what a reader's program might turn into a link; all of them may say yes where
/// there is none, and none may say no where there is one.
final class Links {

  private static final String WWW = "www.";

  private Links() {}

  static boolean namesWww(String text) {
    for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', dot + 1)) {
      if (dot >= 3 && text.regionMatches(true, dot - 3, WWW, 0, WWW.length())) {
        return true;
      }
    }
    return false;
  }

  /// An address with a scheme, one that begins with `www.`, or a mail address.
  static boolean any(String text) {
    return text.indexOf('@') >= 0 || text.contains("://") || namesWww(text);
  }
}
