/// What travels: a call that came in, the answer that goes out, and the one servlet between them.
/// Plain values instead of a web framework's objects, so that a system can answer a call from the
/// network and a call inside a composite by the same code.
@NullMarked
package dev.onboarding.sandbox.wire;

import org.jspecify.annotations.NullMarked;
