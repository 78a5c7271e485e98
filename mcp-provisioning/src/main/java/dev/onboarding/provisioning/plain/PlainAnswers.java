package dev.onboarding.provisioning.plain;

import dev.onboarding.provisioning.provisioner.ProvisionerText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The provisioner's answers, in the words of its contract.
final class PlainAnswers {

  private PlainAnswers() {}

  /// How a tenant stands, or the work on it.
  ///
  /// @param state `in_progress`, `ready`, `suspended` or `failed`
  /// @param statusUrl where to ask again while it is `in_progress`
  /// @param reason why it is `failed`, for people
  record Standing(
      @Nullable String state,
      @Nullable String statusUrl,
      @Nullable String loginUrl,
      @Nullable String reason) {

    /// @throws dev.onboarding.model.FailureException of type validation when a value is none that
    ///   can be kept
    Standing checked() {
      ProvisionerText.value("status_url", statusUrl);
      ProvisionerText.value("login_url", loginUrl);
      return this;
    }
  }

  /// Credentials of a tenant. Prints nothing of what it holds.
  record Issued(@Nullable JsonNode credentials) {
    @Override
    public String toString() {
      return "Issued[***]";
    }
  }
}
