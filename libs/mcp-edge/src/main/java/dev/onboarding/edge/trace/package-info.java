/// Spans by OpenTelemetry's conventions for MCP, and where they go. A caller's trace arrives in
/// `_meta` or in the header and goes on from here whether or not anybody records it.
@NullMarked
package dev.onboarding.edge.trace;

import org.jspecify.annotations.NullMarked;
