/// The onboarding checklist of a tenant: made from a versioned template, worked off in the order of
/// its dependencies. The rules are pure and small; one store writes, and only under the lock of the
/// checklist.
@NullMarked
package dev.onboarding.provisioning.checklist;

import org.jspecify.annotations.NullMarked;
