/// Everything the CRM knows about an account's onboarding, read in one call. One call, because a
/// customer that does not exist must cost no more than that, and because rows read together agree.
@NullMarked
package dev.onboarding.salesforce.snapshot;

import org.jspecify.annotations.NullMarked;
