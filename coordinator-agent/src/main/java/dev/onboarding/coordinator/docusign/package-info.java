/// What DocuSign Connect tells: signed events about envelopes, taken once each, wake the runs that
/// may have waited for them. An event is a hint and never evidence: the run reads for itself.
@NullMarked
package dev.onboarding.coordinator.docusign;

import org.jspecify.annotations.NullMarked;
