/// The page a person opens: what was posted and mailed, the accounts and the faults in force. Plain
/// HTML written by the server, so that there is nothing to build and nothing to load.
@NullMarked
package dev.onboarding.sandbox.page;

import org.jspecify.annotations.NullMarked;
