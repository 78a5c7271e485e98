/// The interface for people and their scripts: start runs, read them, answer escalations, see
/// tasks. Served to this machine only until callers can log in.
@NullMarked
package dev.onboarding.coordinator.api;

import org.jspecify.annotations.NullMarked;
