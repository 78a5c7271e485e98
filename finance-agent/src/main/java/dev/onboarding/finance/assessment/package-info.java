/// The tool that assesses invoices: it takes accounts, has their invoices read, and answers for
/// each by itself. Reading stands apart from establishing, so that an outage can never look like a
/// fact.
@NullMarked
package dev.onboarding.finance.assessment;

import org.jspecify.annotations.NullMarked;
