/// The policy: rows of a table, checked when they are loaded, tried one and all on every finding.
/// Every threshold and tier stands in the table and nowhere else, so that an auditor reads the
/// whole policy on one page; what decides here knows no framework and no wire.
@NullMarked
package dev.onboarding.coordinator.rule;

import org.jspecify.annotations.NullMarked;
