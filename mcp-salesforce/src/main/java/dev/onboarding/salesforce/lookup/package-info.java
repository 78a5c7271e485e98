/// Single records of the CRM, and the deals won lately. Absence is part of each result, because "it
/// does not exist" is an answer and never an error.
@NullMarked
package dev.onboarding.salesforce.lookup;

import org.jspecify.annotations.NullMarked;
