/// What the protocol's own tools say of our servers: its conformance suite and its Inspector. They
/// are brought from the npm registry, pinned; where that does not work these tests say so and are
/// skipped.
@NullMarked
package dev.onboarding.allinone.conformance;

import org.jspecify.annotations.NullMarked;
