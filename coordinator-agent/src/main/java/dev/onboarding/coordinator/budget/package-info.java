/// What the limits of external systems hold, how their breakers stand, and what a run has cost.
/// Read from the views of the schema `quota`, which the connectors write: the coordinator knows no
/// connector, and asks none of them for it.
@NullMarked
package dev.onboarding.coordinator.budget;

import org.jspecify.annotations.NullMarked;
