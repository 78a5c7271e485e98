/// What operators do with a running system: pause an upstream, drain a node. What is paused stands
/// in the store for all nodes; what is drained is this node alone, so that it may be replaced.
@NullMarked
package dev.onboarding.coordinator.operation;

import org.jspecify.annotations.NullMarked;
