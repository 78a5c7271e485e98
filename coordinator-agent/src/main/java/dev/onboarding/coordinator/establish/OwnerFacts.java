package dev.onboarding.coordinator.establish;

import dev.onboarding.coordinator.establish.CrmSnapshot.Owner;
import dev.onboarding.model.finding.Evidence;
import dev.onboarding.model.finding.OwnerFinding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the snapshot says of the user who owns the account.
final class OwnerFacts {

  private OwnerFacts() {}

  static OwnerFinding of(String ownerId, @Nullable Owner owner, Evidence evidence) {
    List<Evidence> read = List.of(Crm.about(evidence, "User " + ownerId));
    if (owner == null) {
      return new OwnerFinding(
          false,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          "User %s, who owns the account, could not be found.".formatted(ownerId),
          read);
    }
    boolean active = Crm.isTrue(owner.isActive());
    String name = Crm.text(owner.name());
    return new OwnerFinding(
        active,
        Crm.text(owner.id()),
        name,
        Crm.text(owner.email()),
        Crm.text(owner.profileId()),
        Crm.text(owner.title()),
        Crm.text(owner.department()),
        Crm.text(owner.managerId()),
        "%s owns the account and is %s."
            .formatted(Crm.orUnknown(name), active ? "active" : "inactive"),
        read);
  }
}
