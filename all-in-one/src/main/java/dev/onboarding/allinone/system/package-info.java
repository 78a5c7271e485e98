/// What is started, in which order, on which ports and with which settings, and how it is stopped
/// again. Settings are plain properties, so that the same list starts modules in this process or in
/// their own.
@NullMarked
package dev.onboarding.allinone.system;

import org.jspecify.annotations.NullMarked;
