/// What is billed to an account: the query, the records it becomes and the tools that hand them
/// out. All invoices and credits of a customer come in one query, because NetSuite's scarce good is
/// the number of calls that run at once.
@NullMarked
package dev.onboarding.netsuite.invoice;

import org.jspecify.annotations.NullMarked;
