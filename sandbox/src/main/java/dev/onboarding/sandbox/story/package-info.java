/// What is true of each simulated account, told once and read by every system. The stories stand in
/// one file in which each says only how it differs from "everything in order", so that a reader
/// sees the point of a story at a glance and all systems agree about it.
@NullMarked
package dev.onboarding.sandbox.story;

import org.jspecify.annotations.NullMarked;
