package dev.onboarding.coordinator.run;

import dev.onboarding.model.Failure;
import java.util.Optional;
import java.util.Set;

/// Which upstreams people have paused: a step that needs one of them waits.
public interface Pauses {

  /// Nothing is paused.
  Pauses NONE = upstreams -> Optional.empty();

  /// @param upstreams by name, such as `netsuite`
  /// @return who paused one of them and why, as the failure under which the run waits
  Optional<Failure> among(Set<String> upstreams);
}
