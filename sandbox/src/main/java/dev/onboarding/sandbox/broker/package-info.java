/// The tenant provisioner, an Open Service Broker: tiers as plans, instances idempotent by their
/// id, done at once or later as the account's story says, and bindings that issue API credentials.
@NullMarked
package dev.onboarding.sandbox.broker;

import org.jspecify.annotations.NullMarked;
