/// Documents that people put in force: rule sets, prompts, checklist templates, each kept by its
/// digest and never changed. Which one counts is an act of a person with a reason, appended to a
/// list that nothing is removed from, so every moment can be asked what held then.
@NullMarked
package dev.onboarding.coordinator.govern;

import org.jspecify.annotations.NullMarked;
