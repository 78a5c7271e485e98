/// What the coordinator itself establishes: account, deal and owner from the CRM, and the links
/// between systems. Pure functions without clock and threshold, so that a recorded answer can be
/// established again and give the same findings.
@NullMarked
package dev.onboarding.coordinator.establish;

import org.jspecify.annotations.NullMarked;
