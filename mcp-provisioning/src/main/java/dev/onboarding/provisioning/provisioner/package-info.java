/// What the rest of the module asks of whoever makes tenants, and what the answers mean. There are
/// two ways to speak to one, so that a team of the product implements the simpler of them in a day,
/// and one that has an Open Service Broker implements nothing.
@NullMarked
package dev.onboarding.provisioning.provisioner;

import org.jspecify.annotations.NullMarked;
