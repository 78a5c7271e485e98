package dev.onboarding.netsuite.invoice;

import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Ids of Salesforce records as they are compared: 15 characters say it all, 18 only repeat it.
final class CrmId {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9]{15}([A-Za-z0-9]{3})?");
  private static final int SHORT = 15;

  private CrmId() {}

  /// @throws FailureException when it is neither absent nor an id
  static @Nullable String checked(String argument, @Nullable String id) {
    if (id == null || id.isBlank()) {
      return null;
    }
    if (!ID.matcher(id).matches()) {
      throw new FailureException(
          Failure.invalid(
              "INVALID_CRM_ID",
              "%s must be a Salesforce id of 15 or 18 letters and digits".formatted(argument)));
    }
    return id;
  }

  static boolean same(@Nullable String one, @Nullable String other) {
    return one != null && other != null && shortForm(one).equals(shortForm(other));
  }

  static String shortForm(String id) {
    return id.substring(0, Math.min(SHORT, id.length()));
  }
}
