/// Slack's Web API: posting, reading a channel back, and errors inside an answer of status 200.
/// Nothing is deduplicated, because Slack deduplicates nothing.
@NullMarked
package dev.onboarding.sandbox.slack;

import org.jspecify.annotations.NullMarked;
