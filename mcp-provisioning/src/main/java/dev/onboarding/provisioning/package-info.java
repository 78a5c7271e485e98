/// The provisioning server: tenants through a service broker, onboarding tasks in its own tables.
/// One package per feature; this one only puts them together.
@NullMarked
package dev.onboarding.provisioning;

import org.jspecify.annotations.NullMarked;
