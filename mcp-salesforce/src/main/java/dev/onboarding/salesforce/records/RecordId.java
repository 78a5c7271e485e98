package dev.onboarding.salesforce.records;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The id of a record of one kind, 15 or 18 characters.
public record RecordId(String value) {

  private static final int SHORT = 15;
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9]{15}([A-Z0-5]{3})?");

  /// @throws IllegalArgumentException naming the value and what would be accepted
  public static RecordId of(String kind, String prefix, String text) {
    if (!text.startsWith(prefix) || !ID.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "'%s' is no %s id: give 15 or 18 characters of a Salesforce id beginning with %s"
              .formatted(text.length() <= 40 ? text : text.substring(0, 40) + "…", kind, prefix));
    }
    return new RecordId(text);
  }

  /// Whether a record's id is this one, in whichever of its two forms each is.
  public boolean isThatOf(@Nullable String id) {
    return id != null
        && id.length() >= SHORT
        && value.length() >= SHORT
        && id.substring(0, SHORT).equals(value.substring(0, SHORT));
  }
}
