/// The agent that establishes whether a contract is in force, signed by whom, and until when. It
/// stands alone so that it can be released, scaled and replaced without the coordinator.
@NullMarked
package dev.onboarding.contract;

import org.jspecify.annotations.NullMarked;
