/// Calling other servers' tools over MCP: one long-lived client per server, answers with their
/// provenance. Agents meet only here, so that a deadline, a run and a failure travel the same way
/// everywhere.
@NullMarked
package dev.onboarding.agentkit;

import org.jspecify.annotations.NullMarked;
