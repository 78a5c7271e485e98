/// DocuSign: the JWT grant, envelopes with their recipients and custom fields, the agreement
/// repository, and the limits both share. Numbers and booleans of envelopes are strings here,
/// because they are strings there.
@NullMarked
package dev.onboarding.sandbox.docusign;

import org.jspecify.annotations.NullMarked;
