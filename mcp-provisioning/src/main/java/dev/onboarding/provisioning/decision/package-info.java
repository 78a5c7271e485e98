/// The coordinator's signed decision, without which no tenant is made, opened to anybody or
/// switched off, and nothing passes for done by the system. Checked here and not only where callers
/// come in, so that no route around the coordinator leads to a tenant.
@NullMarked
package dev.onboarding.provisioning.decision;

import org.jspecify.annotations.NullMarked;
