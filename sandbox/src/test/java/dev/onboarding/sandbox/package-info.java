/// What the sandbox does and what it refuses, tried over the wire.
@NullMarked
package dev.onboarding.sandbox;

import org.jspecify.annotations.NullMarked;
