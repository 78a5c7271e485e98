package dev.onboarding.coordinator.establish;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the CRM is asked: the account that the trigger names and, so that a deal of another account
/// shows, the opportunity that it names.
public record SnapshotQuestion(String accountId, @Nullable String opportunityId) {

  private static final Pattern OPPORTUNITY = Pattern.compile("006[A-Za-z0-9]{12}([A-Z0-5]{3})?");

  /// What no opportunity id can be is not asked for: the account is still worth reading.
  public static SnapshotQuestion about(String account, @Nullable String opportunity) {
    String named = Crm.text(opportunity);
    return new SnapshotQuestion(
        account, named != null && OPPORTUNITY.matcher(named).matches() ? named : null);
  }
}
