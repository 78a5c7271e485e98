/// Reading the audit trail: searching it, handing it out, and checking that nothing of it was
/// changed, removed or written anew. It needs the database or a file and none of the servers, so
/// that whoever checks them need not ask them.
@NullMarked
package dev.onboarding.edge.auditor;

import org.jspecify.annotations.NullMarked;
