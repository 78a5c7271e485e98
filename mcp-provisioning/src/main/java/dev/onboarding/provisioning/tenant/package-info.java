/// Tenants: one per account and environment, whoever asks and however often. The intent is written
/// down before the provisioner is asked, so that a crash leaves a question and never a second
/// tenant.
@NullMarked
package dev.onboarding.provisioning.tenant;

import org.jspecify.annotations.NullMarked;
