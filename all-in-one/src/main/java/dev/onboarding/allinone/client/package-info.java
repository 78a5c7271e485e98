/// Speaking to a running system from outside: signed webhooks, runs, the sandbox's controls.
/// Records of its own, read tolerantly, because a command may meet a newer system.
@NullMarked
package dev.onboarding.allinone.client;

import org.jspecify.annotations.NullMarked;
