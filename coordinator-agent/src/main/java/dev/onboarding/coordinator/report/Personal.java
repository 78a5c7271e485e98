package dev.onboarding.coordinator.report;

import java.util.regex.Pattern;

/// Shortens what tells an outsider how to reach a person; who keeps the audit need not know it.
final class Personal {

  private static final Pattern ADDRESS =
      Pattern.compile("([\\w#$&'*+/=?^{}~-])[\\w.#$&'*+/=?^{}~-]*@([\\w-]+(?:\\.[\\w-]+)+)");
  private static final Pattern REST_OF_WORD = Pattern.compile("(?<=\\S)\\S+");

  private Personal() {}

  /// `r***@example.com`, wherever an address stands in the text.
  static String masked(String text) {
    // Most texts hold none, and to search a long word for one takes its length squared.
    return text.indexOf('@') < 0 ? text : ADDRESS.matcher(text).replaceAll("$1***@$2");
  }

  /// `R*** C***`
  static String initials(String name) {
    return REST_OF_WORD.matcher(name).replaceAll("***");
  }
}
