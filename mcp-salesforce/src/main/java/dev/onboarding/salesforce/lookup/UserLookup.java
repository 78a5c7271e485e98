package dev.onboarding.salesforce.lookup;

import dev.onboarding.salesforce.records.UserRecord;
import org.jspecify.annotations.Nullable;

/// Whether a user exists, and if so what the CRM holds of it.
record UserLookup(boolean found, @Nullable UserRecord user) {

  static UserLookup of(@Nullable UserRecord user) {
    return new UserLookup(user != null, user);
  }
}
