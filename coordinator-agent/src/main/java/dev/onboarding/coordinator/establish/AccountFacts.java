package dev.onboarding.coordinator.establish;

import dev.onboarding.model.finding.AccountFinding;
import dev.onboarding.model.finding.Evidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the snapshot says of the customer itself, including that it says nothing.
final class AccountFacts {

  private AccountFacts() {}

  static AccountFinding of(CrmSnapshot snapshot, Evidence evidence) {
    CrmSnapshot.Account account = snapshot.account();
    Integer counted = snapshot.accountsMatching();
    int matches = counted == null ? (account == null ? 0 : 1) : counted;
    if (account == null || matches > 1) {
      return nobody(snapshot, matches, evidence);
    }
    return found(account, Math.max(1, matches), evidence);
  }

  private static AccountFinding nobody(CrmSnapshot snapshot, int matches, Evidence evidence) {
    String reference = Crm.orUnknown(Crm.text(snapshot.lookedUp()));
    String sentence =
        matches > 1
            ? "%d accounts of Salesforce carry '%s'.".formatted(matches, reference)
            : "Salesforce has no account under '%s'.".formatted(reference);
    return new AccountFinding(
        false,
        matches,
        false,
        null,
        null,
        null,
        Crm.text(snapshot.lookedUp()),
        null,
        null,
        null,
        sentence,
        List.of(Crm.about(evidence, "Account " + reference)));
  }

  private static AccountFinding found(CrmSnapshot.Account account, int matches, Evidence evidence) {
    boolean deleted = Crm.isTrue(account.isDeleted());
    String mergedInto = Crm.text(account.masterRecordId());
    String name = Crm.text(account.name());
    String id = Crm.text(account.id());
    return new AccountFinding(
        true,
        matches,
        deleted,
        mergedInto,
        id,
        name,
        Crm.text(account.externalKey()),
        Crm.text(account.billingCountry()),
        Crm.text(account.industry()),
        Crm.text(account.ownerId()),
        sentence(Crm.orUnknown(name), Crm.orUnknown(id), deleted, mergedInto),
        List.of(Crm.about(evidence, "Account " + Crm.orUnknown(id))));
  }

  private static String sentence(
      String name, String id, boolean deleted, @Nullable String mergedInto) {
    String who = "Account %s (%s)".formatted(name, id);
    if (!deleted) {
      return who + " exists in Salesforce.";
    }
    return mergedInto == null
        ? who + " is deleted in Salesforce."
        : who + " was merged into " + mergedInto + ".";
  }
}
