/// Which invoices count for the deal, and what is billed, paid, late and credited on a given day.
/// Pure functions over what was read, so that a finding can be established again from its evidence
/// and compared.
@NullMarked
package dev.onboarding.finance.establishment;

import org.jspecify.annotations.NullMarked;
