package dev.onboarding.model.finding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who is responsible for the account, and whether that person can be reached.
public record OwnerFinding(
    @Fact("Whether the user is active.") boolean active,
    @Fact("Salesforce id of the user; absent when the user could not be found.")
        @Nullable String id,
    @Fact("Name; absent when empty.") @Personal @Nullable String name,
    @Fact("E-mail; absent when empty.") @Personal @Nullable String email,
    @Fact("Profile; absent when empty.") @Nullable String profileId,
    @Fact("Title; absent when empty.") @Personal @Nullable String title,
    @Fact("Department; absent when empty.") @Personal @Nullable String department,
    @Fact("Manager; absent when empty.") @Nullable String managerId,
    @Personal String sentence,
    List<Evidence> evidence)
    implements Finding {

  public OwnerFinding {
    evidence = List.copyOf(evidence);
  }

  @Override
  public Domain domain() {
    return Domain.OWNER;
  }
}
