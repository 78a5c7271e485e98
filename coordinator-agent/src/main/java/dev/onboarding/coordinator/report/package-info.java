/// What people read about a run: the report in three forms, the e-mails and the Slack message. Pure
/// rendering of one input record that has no place for a credential, so that none can be printed.
@NullMarked
package dev.onboarding.coordinator.report;

import org.jspecify.annotations.NullMarked;
