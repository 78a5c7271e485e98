/// What happens to every run: the steps and the one list that says in what order. Steps declare
/// what they do and what they record; how that survives a crash is the engine's business.
@NullMarked
package dev.onboarding.coordinator.pipeline;

import org.jspecify.annotations.NullMarked;
