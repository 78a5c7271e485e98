/// What a change of a server's tools means for those who call them, and whether the module's
/// version says so. Written here because the tools that compare JSON schemas know documents, while
/// what breaks a caller differs between what it sends and what it reads.
@NullMarked
package dev.onboarding.testkit.contract;

import org.jspecify.annotations.NullMarked;
