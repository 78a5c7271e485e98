/// What `onboarding doctor` checks: that every upstream answers, and how one account is matched in
/// each. It asks through the same tools that a run uses, so that what it finds is what a run would
/// meet.
@NullMarked
package dev.onboarding.allinone.doctor;

import org.jspecify.annotations.NullMarked;
