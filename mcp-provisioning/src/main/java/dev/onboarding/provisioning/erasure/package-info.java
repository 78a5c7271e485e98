/// Erases what is personal about a customer's people from tenants, tasks, links to credentials and
/// recorded answers. It stands beside the features whose rows it changes, so that none of them has
/// to know which of its words name somebody.
@NullMarked
package dev.onboarding.provisioning.erasure;

import org.jspecify.annotations.NullMarked;
