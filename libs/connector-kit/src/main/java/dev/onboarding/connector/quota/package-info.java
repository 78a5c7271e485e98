/// What all nodes share about the limits of external systems, in the schema `quota`: permits of a
/// pool, rates, the gauge of an allocation, and what each run has cost.
///
/// A limit of a vendor counts for the account, so nodes that each kept their own count would
/// together break it. Whatever can be is written beside the calls and not in them: only a permit
/// costs a statement per call, rates are taken in blocks, gauges and the ledger are written once a
/// second.
@NullMarked
package dev.onboarding.connector.quota;

import org.jspecify.annotations.NullMarked;
