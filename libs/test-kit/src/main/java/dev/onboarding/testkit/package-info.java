/// What tests of several modules need: a real PostgreSQL, a clock to set, and rules about the
/// structure. A module of its own so that no production jar carries it.
@NullMarked
package dev.onboarding.testkit;

import org.jspecify.annotations.NullMarked;
