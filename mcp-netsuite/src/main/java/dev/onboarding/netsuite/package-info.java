/// The MCP server in front of NetSuite: it reads what is billed to an account and changes nothing.
/// It stands alone so that the credentials and the limits of NetSuite are known in one process
/// only.
@NullMarked
package dev.onboarding.netsuite;

import org.jspecify.annotations.NullMarked;
