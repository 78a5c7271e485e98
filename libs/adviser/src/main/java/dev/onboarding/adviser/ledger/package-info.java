/// The ledger of what advice has cost, on PostgreSQL. Every process that asks models spends from
/// the same accounts, so that a limit per day holds for the whole system.
@NullMarked
package dev.onboarding.adviser.ledger;

import org.jspecify.annotations.NullMarked;
