package dev.onboarding.model;

import java.util.regex.Pattern;

/// How a caller names an account: a Salesforce id (always held in its 18-character form) or an
/// external key.
public record AccountReference(String value) {

  private static final Pattern EXTERNAL_KEY = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Pattern SALESFORCE_ID = Pattern.compile("001[A-Za-z0-9]{12}([A-Z0-5]{3})?");
  private static final String SUFFIX_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

  /// @throws IllegalArgumentException when the text is neither a Salesforce account id nor an
  ///   external key
  public AccountReference {
    if (!EXTERNAL_KEY.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "'%s' is no account id: give 15 or 18 characters of a Salesforce account id (001…), or an external key of 1 to 64 characters out of A-Z a-z 0-9 . _ -"
              .formatted(shortened(value)));
    }
    if (SALESFORCE_ID.matcher(value).matches()) {
      value = withSuffix(value);
    }
  }

  public boolean isSalesforceId() {
    return SALESFORCE_ID.matcher(value).matches();
  }

  /// The three-character case checksum that Salesforce appends to a 15-character id.
  private static String withSuffix(String id) {
    var full = new StringBuilder(id.substring(0, 15));
    for (int block = 0; block < 15; block += 5) {
      int bits = 0;
      for (int i = 0; i < 5; i++) {
        if (Character.isUpperCase(id.charAt(block + i))) {
          bits |= 1 << i;
        }
      }
      full.append(SUFFIX_ALPHABET.charAt(bits));
    }
    return full.toString();
  }

  private static String shortened(String text) {
    return text.length() <= 80 ? text : text.substring(0, 80) + "…";
  }

  @Override
  public String toString() {
    return value;
  }
}
