/// Credentials on their way from the provisioner to the customer: sealed while they wait, shown
/// once, gone afterwards. No tool answers with them; a person opens a link.
@NullMarked
package dev.onboarding.provisioning.credentials;

import org.jspecify.annotations.NullMarked;
