/// Which of the contracts found is the deal's, and what is true of it on a given day. Pure
/// functions over what was read, so that a finding can be established again from its evidence and
/// compared.
@NullMarked
package dev.onboarding.contract.establishment;

import org.jspecify.annotations.NullMarked;
