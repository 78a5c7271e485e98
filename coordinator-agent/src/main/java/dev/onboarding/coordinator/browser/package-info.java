/// The login of a person who follows a link to a report with a browser, which cannot show a token
/// by itself. The token that comes of it reads and does nothing else, and works for reading only.
@NullMarked
package dev.onboarding.coordinator.browser;

import org.jspecify.annotations.NullMarked;
