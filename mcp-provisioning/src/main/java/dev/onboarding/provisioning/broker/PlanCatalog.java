package dev.onboarding.provisioning.broker;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.provisioning.broker.BrokerAnswers.Catalog;
import dev.onboarding.provisioning.broker.BrokerAnswers.Plan;
import dev.onboarding.provisioning.broker.BrokerAnswers.Service;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Turns plan names into the broker's ids; reads the catalogue once in a while, not once a call.
final class PlanCatalog {

  private final Supplier<Catalog> reader;
  private final String serviceName;
  private final Duration lifetime;
  private final Clock clock;
  private volatile @Nullable Kept kept;

  PlanCatalog(Supplier<Catalog> reader, String serviceName, Duration lifetime, Clock clock) {
    this.reader = reader;
    this.serviceName = serviceName;
    this.lifetime = lifetime;
    this.clock = clock;
  }

  PlanIds of(String plan) {
    Service service =
        current().services().stream()
            .filter(candidate -> candidate.name().equals(serviceName))
            .findFirst()
            .orElseThrow(() -> missing("service '%s'".formatted(serviceName)));
    return service.plans().stream()
        .filter(candidate -> candidate.name().equals(plan))
        .findFirst()
        .map(Plan::id)
        .map(id -> new PlanIds(service.id(), id))
        .orElseThrow(() ->
            missing(
                "plan '%s' in service '%s'; it has %s"
                    .formatted(plan, serviceName, names(service.plans()))));
  }

  private Catalog current() {
    Instant now = clock.instant();
    Kept held = kept;
    if (held == null || !now.isBefore(held.until())) {
      held = new Kept(reader.get(), now.plus(lifetime));
      kept = held;
    }
    return held.catalog();
  }

  private static List<String> names(List<Plan> plans) {
    return plans.stream().map(Plan::name).toList();
  }

  private static FailureException missing(String what) {
    return new FailureException(
        new Failure(
            ErrorType.VALIDATION,
            "NOT_IN_CATALOG",
            null,
            "The provisioner's catalogue has no %s.".formatted(what),
            "Add the plan to the provisioner, or correct provisioning.broker.service.",
            "IT/DevOps"));
  }

  private record Kept(Catalog catalog, Instant until) {}
}
