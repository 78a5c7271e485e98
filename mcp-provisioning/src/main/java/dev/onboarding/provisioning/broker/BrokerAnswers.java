package dev.onboarding.provisioning.broker;

import dev.onboarding.provisioning.provisioner.ProvisionerText;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The broker's answers, in its own words.
final class BrokerAnswers {

  private BrokerAnswers() {}

  /// `GET /v2/catalog`.
  record Catalog(List<Service> services) {}

  /// A service of the catalogue.
  record Service(String id, String name, List<Plan> plans) {}

  /// A plan of a service.
  record Plan(String id, String name) {}

  /// `PUT|PATCH|GET /v2/service_instances/{id}`.
  record Instance(@Nullable String dashboardUrl, @Nullable String operation) {

    /// @throws dev.onboarding.model.FailureException of type validation when a value is none that
    ///   can be kept
    Instance checked() {
      ProvisionerText.value("dashboard_url", dashboardUrl);
      ProvisionerText.value("operation", operation);
      return this;
    }
  }

  /// `GET …/last_operation`.
  record LastOperation(@Nullable String state, @Nullable String description) {}

  /// `PUT …/service_bindings/{id}`. Prints nothing of what it holds.
  record Binding(@Nullable JsonNode credentials) {
    @Override
    public String toString() {
      return "Binding[***]";
    }
  }
}
