/// The key pairs whose private halves the sandbox hands to whoever develops against it. They open
/// nothing but the sandbox, so that none of them is ever worth stealing.
@NullMarked
package dev.onboarding.sandbox.keys;

import org.jspecify.annotations.NullMarked;
