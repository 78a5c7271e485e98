/// The tenant provisioner as a plain HTTP service: five requests, written down in
/// `contract/provisioner.openapi.yaml`, each with an `Idempotency-Key` and an answer at once or an
/// address where it will be.
@NullMarked
package dev.onboarding.provisioning.plain;

import org.jspecify.annotations.NullMarked;
