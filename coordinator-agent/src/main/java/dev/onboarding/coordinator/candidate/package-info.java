/// Says what another rule set would have decided on what is recorded: which accounts it would have
/// stopped or let through, and by which rows. Everything recorded is read once, in bounded parts
/// and by all processors, with no more of it in memory than is shown in the end.
@NullMarked
package dev.onboarding.coordinator.candidate;

import org.jspecify.annotations.NullMarked;
