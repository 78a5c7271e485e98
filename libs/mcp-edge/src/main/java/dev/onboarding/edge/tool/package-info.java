/// Turns annotated methods into MCP tools: schemas, argument checking, invocation and failure
/// results. Written here and not taken from the annotation library, whose callback shows callers
/// raw exceptions.
@NullMarked
package dev.onboarding.edge.tool;

import org.jspecify.annotations.NullMarked;
