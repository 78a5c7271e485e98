/// A model that is played, and what runs leave behind: to show that whatever a model says, nothing
/// but the advice differs.
@NullMarked
package dev.onboarding.allinone.advice;

import org.jspecify.annotations.NullMarked;
