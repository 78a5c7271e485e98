package dev.onboarding.coordinator.report;

import tools.jackson.databind.node.ArrayNode;

/// A message for `chat.postMessage`.
///
/// @param text what is shown where blocks are not
public record SlackMessage(String text, ArrayNode blocks) {}
