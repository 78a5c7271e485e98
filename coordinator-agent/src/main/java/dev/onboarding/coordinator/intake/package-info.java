/// Where other systems ask for an onboarding: signed or authenticated, strictly read, stored before
/// it is answered. Whoever cannot prove who they are leaves no trace but a count.
@NullMarked
package dev.onboarding.coordinator.intake;

import org.jspecify.annotations.NullMarked;
