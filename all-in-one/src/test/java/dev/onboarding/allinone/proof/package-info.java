/// Proof that runs survive: processes are killed and frozen for real, and the outside world, in a
/// process that nobody kills, counts what was done to it. What is fast runs at every build, the
/// whole matrix with the profile `proof`.
@NullMarked
package dev.onboarding.allinone.proof;

import org.jspecify.annotations.NullMarked;
