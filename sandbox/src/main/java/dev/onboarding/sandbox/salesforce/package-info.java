/// Salesforce: a client-credentials token, SOQL over the stories' rows, rows, collections and the
/// composite family. SOQL is parsed and evaluated, not pattern-matched, so that a query which is
/// wrong there is refused here with the same code.
@NullMarked
package dev.onboarding.sandbox.salesforce;

import org.jspecify.annotations.NullMarked;
