/// The subcommands of `onboarding`, one class each, and how they print. They speak to the system
/// over HTTP only, as any other user of it does.
@NullMarked
package dev.onboarding.allinone.command;

import org.jspecify.annotations.NullMarked;
