/// Asking NetSuite questions in SuiteQL and reading its answers: literals, pages, rows, failures.
/// It knows no business term, so that the one place where text becomes a query stays small enough
/// to read.
@NullMarked
package dev.onboarding.netsuite.suiteql;

import org.jspecify.annotations.NullMarked;
