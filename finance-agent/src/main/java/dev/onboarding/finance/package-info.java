/// The agent that establishes what is billed, paid, late and credited, and in which currency. It
/// stands alone so that it can be released, scaled and replaced without the coordinator.
@NullMarked
package dev.onboarding.finance;

import org.jspecify.annotations.NullMarked;
