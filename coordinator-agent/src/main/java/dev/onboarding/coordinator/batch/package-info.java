/// Many accounts at once: found or given, read in chunks by the list tools, each then an ordinary
/// run of its own, and told about together. A chunk is read in one durable step and its runs are
/// opened with their evidence recorded, so that two hundred accounts cost a handful of calls and a
/// killed process gives no account a second run.
@NullMarked
package dev.onboarding.coordinator.batch;

import org.jspecify.annotations.NullMarked;
