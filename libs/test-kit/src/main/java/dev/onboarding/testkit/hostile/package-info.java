/// A caller that means harm, for any MCP server of ours: what it sends, and what it must be
/// answered. On raw sockets, because a decent HTTP client refuses to send most of it.
@NullMarked
package dev.onboarding.testkit.hostile;

import org.jspecify.annotations.NullMarked;
