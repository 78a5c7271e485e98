/// What everybody who calls over HTTP meets: strict reading of bodies, problems of stable types
/// (RFC 9457), and the rule that our interface for people listens to this machine only. One place,
/// so that no bad input can be answered with a stack trace.
@NullMarked
package dev.onboarding.coordinator.http;

import org.jspecify.annotations.NullMarked;
