/// What advice may cost: prices as data, limits per run and per day, and a ledger of what was
/// spent. Money is set aside before a model is asked and corrected afterwards, so that many nodes
/// together cannot exceed a limit by more than nothing.
@NullMarked
package dev.onboarding.adviser.budget;

import org.jspecify.annotations.NullMarked;
