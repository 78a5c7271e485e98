/// What agents establish: one record of typed facts for each subject, with the evidence it rests
/// on. Facts only; every threshold and tier lives in the rule set, so that an auditor finds the
/// policy in one place.
@NullMarked
package dev.onboarding.model.finding;

import org.jspecify.annotations.NullMarked;
