/// The coordinator: takes triggers in, runs the pipeline, judges, waits for people, acts and
/// reports. Assembled here by naming every part, because eight applications share one classpath
/// where scanning would find the others' parts too.
@NullMarked
package dev.onboarding.coordinator;

import org.jspecify.annotations.NullMarked;
