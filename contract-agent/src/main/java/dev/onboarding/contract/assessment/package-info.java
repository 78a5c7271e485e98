/// The tool that assesses contracts: it takes accounts, has their contracts read, and answers for
/// each by itself. Reading stands apart from establishing, so that an outage can never look like a
/// fact.
@NullMarked
package dev.onboarding.contract.assessment;

import org.jspecify.annotations.NullMarked;
