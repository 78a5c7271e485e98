/// Late onboarding tasks: asks the task monitor on a schedule who must be reminded of what, and
/// sends it, each reminder once. The monitor judges; only what leaves is decided here.
@NullMarked
package dev.onboarding.coordinator.reminder;

import org.jspecify.annotations.NullMarked;
