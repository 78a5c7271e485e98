/// The stateless HTTP transport and what it refuses before a tool is reached: hosts, sizes,
/// versions. Its own package because nothing here knows what a tool is.
@NullMarked
package dev.onboarding.edge.transport;

import org.jspecify.annotations.NullMarked;
