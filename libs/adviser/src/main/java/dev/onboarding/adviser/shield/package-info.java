/// What stands between our data and a model, both ways: which facts may leave, what is masked, how
/// text of others is kept from being taken for an instruction, and what of an answer people get to
/// see. Pure functions without a clock or a network, so that each promise can be tested alone.
@NullMarked
package dev.onboarding.adviser.shield;

import org.jspecify.annotations.NullMarked;
