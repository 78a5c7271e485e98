/// What every server of ours does where a caller comes in: transport, validation, failures, audit.
/// One import gives a module all of it, so that no server can forget a part.
@NullMarked
package dev.onboarding.edge;

import org.jspecify.annotations.NullMarked;
