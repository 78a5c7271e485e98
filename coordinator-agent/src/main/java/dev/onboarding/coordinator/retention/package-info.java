/// How long what is known of customers is kept, and how a customer's personal data is erased on
/// request. Both remove rows that other packages write, so that none of those has to know when its
/// time is over; tests read the schema and fail when something new is not covered.
@NullMarked
package dev.onboarding.coordinator.retention;

import org.jspecify.annotations.NullMarked;
