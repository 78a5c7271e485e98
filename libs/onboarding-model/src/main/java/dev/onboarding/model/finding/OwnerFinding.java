package dev.onboarding.model.finding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who is responsible for the account, and whether that person can be reached.
public record OwnerFinding(
    @Fact(value = "Whether the user is active.", from = "User.IsActive") boolean active,
    @Fact(
            value = "Salesforce id of the user; absent when the user could not be found.",
            from = "User.Id")
        @Nullable String id,
    @Fact(value = "Name; absent when empty.", from = "User.Name") @Personal @Nullable String name,
    @Fact(value = "E-mail; absent when empty.", from = "User.Email") @Personal
        @Nullable String email,
    @Fact(value = "Profile; absent when empty.", from = "User.ProfileId")
        @Nullable String profileId,
    @Fact(value = "Title; absent when empty.", from = "User.Title") @Personal
        @Nullable String title,
    @Fact(value = "Department; absent when empty.", from = "User.Department") @Personal
        @Nullable String department,
    @Fact(value = "Manager; absent when empty.", from = "User.ManagerId")
        @Nullable String managerId,
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
