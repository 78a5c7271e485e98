/// The records this server answers with, and how each is asked for and read. The field lists are
/// configuration, because a query for a field that an org does not have fails as a whole.
@NullMarked
package dev.onboarding.salesforce.records;

import org.jspecify.annotations.NullMarked;
