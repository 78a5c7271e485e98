/// The coordinator as an MCP server: assistants start runs and read them. They can ask for the link
/// under which a person approves, and cannot approve.
@NullMarked
package dev.onboarding.coordinator.assistant;

import org.jspecify.annotations.NullMarked;
