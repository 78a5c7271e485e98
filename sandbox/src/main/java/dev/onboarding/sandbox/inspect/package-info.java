/// What reached the outside world: every call, counted exactly, the last ones kept in full. Tests
/// and people look here to see what really left the system under test.
@NullMarked
package dev.onboarding.sandbox.inspect;

import org.jspecify.annotations.NullMarked;
