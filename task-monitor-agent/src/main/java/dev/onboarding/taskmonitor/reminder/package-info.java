/// Who must be reminded of which late task on which day. Pure functions over what was read, so that
/// asking twice on one day gives the same reminders under the same keys.
@NullMarked
package dev.onboarding.taskmonitor.reminder;

import org.jspecify.annotations.NullMarked;
