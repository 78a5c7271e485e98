package dev.onboarding.contract.establishment;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Tells documents that plainly sell nothing, such as a non-disclosure agreement, from contracts:
/// by what the repository calls them, and by their title only where it calls them nothing.
final class KindOfDocument {

  private static final Pattern OTHER =
      Pattern.compile(
          "\\bNDA\\b|\\bDPA\\b|non-?\\s?disclosure|confidentiality|data processing"
              + "|business associate|letter of intent|memorandum of understanding",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CONTRACT =
      Pattern.compile(
          "\\bMSA\\b|master|services? agreement|subscription|order form|statement of work|licen[cs]e",
          Pattern.CASE_INSENSITIVE);

  private KindOfDocument() {}

  /// A title that also speaks of a contract is one: it may hold several things.
  static boolean isOther(@Nullable String type, @Nullable String title) {
    String named = type == null || type.isBlank() ? title : type;
    return named != null && OTHER.matcher(named).find() && !CONTRACT.matcher(named).find();
  }
}
