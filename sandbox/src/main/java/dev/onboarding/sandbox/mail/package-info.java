/// A mail server that delivers to nobody: an SMTP port and an inbox that can be read. What arrives
/// is handed on like any other call, so that mail is counted and can fail as everything else.
@NullMarked
package dev.onboarding.sandbox.mail;

import org.jspecify.annotations.NullMarked;
