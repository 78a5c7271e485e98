/// The `onboarding` command: the whole system in one process, for a laptop, a demonstration and the
/// tests. The only module that knows all others; nothing depends on it.
@NullMarked
package dev.onboarding.allinone;

import org.jspecify.annotations.NullMarked;
