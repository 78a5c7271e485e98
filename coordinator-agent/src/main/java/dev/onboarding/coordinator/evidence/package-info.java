/// Hands a run's whole record out in one file, which anybody with a Java runtime can check: without
/// our database, without a network, and without trusting us. What writes the file and what checks
/// it share nothing but its form and the chain's few lines.
@NullMarked
package dev.onboarding.coordinator.evidence;

import org.jspecify.annotations.NullMarked;
