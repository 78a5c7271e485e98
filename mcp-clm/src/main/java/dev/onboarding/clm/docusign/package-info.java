/// DocuSign as it speaks on the wire: envelopes with their recipients, agreements, and its ways of
/// saying no. It judges nothing; it reads every page and keeps what was written.
@NullMarked
package dev.onboarding.clm.docusign;

import org.jspecify.annotations.NullMarked;
