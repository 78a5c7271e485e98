/// The org as it is reached over REST: credentials, queries, its form of failure, its usage
/// figures. Everything above it speaks in queries and rows, so that only this package knows the
/// wire.
@NullMarked
package dev.onboarding.salesforce.org;

import org.jspecify.annotations.NullMarked;
