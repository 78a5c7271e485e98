/// The local authorization server: who may have a token for which server of ours, and the login of
/// the one person who uses this system. A real one, so that a laptop takes the same way in as
/// production does; there an organisation's own takes its place by configuration.
@NullMarked
package dev.onboarding.allinone.identity;

import org.jspecify.annotations.NullMarked;
