/// What the rule set concludes from the findings: a verdict and the rows that fired. Shared because
/// reports, notifications and the provisioning server all read a decision.
@NullMarked
package dev.onboarding.model.decision;

import org.jspecify.annotations.NullMarked;
