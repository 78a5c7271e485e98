/// Keeps what really happened as cases that a build can try: what was known, and what was decided.
/// A case names nobody, so that it can lie beside the code for as long as the code does.
@NullMarked
package dev.onboarding.coordinator.history;

import org.jspecify.annotations.NullMarked;
