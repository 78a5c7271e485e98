/// What goes wrong on purpose: latency and faults by system and account. Every choice follows from
/// the seed and the request, not from the order in which requests arrive, so that a run with faults
/// can be repeated.
@NullMarked
package dev.onboarding.sandbox.fault;

import org.jspecify.annotations.NullMarked;
