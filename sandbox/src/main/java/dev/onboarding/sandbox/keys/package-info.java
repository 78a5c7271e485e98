/// The key pairs whose private halves the sandbox hands to whoever develops against it. They are
/// made at each start, so that none of them is ever worth stealing.
@NullMarked
package dev.onboarding.sandbox.keys;

import org.jspecify.annotations.NullMarked;
