/// The outbox: the only place from which Slack messages and mails leave. Every effect has a key and
/// a recorded intent, so that repeating a step repeats nothing outside.
@NullMarked
package dev.onboarding.coordinator.effect;

import org.jspecify.annotations.NullMarked;
