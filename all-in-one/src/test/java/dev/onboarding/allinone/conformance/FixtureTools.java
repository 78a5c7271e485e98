package dev.onboarding.allinone.conformance;

import dev.onboarding.edge.tool.Blocks;
import io.modelcontextprotocol.spec.McpSchema.AudioContent;
import io.modelcontextprotocol.spec.McpSchema.Content;
import io.modelcontextprotocol.spec.McpSchema.EmbeddedResource;
import io.modelcontextprotocol.spec.McpSchema.ImageContent;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.util.List;
import org.springframework.ai.mcp.annotation.McpTool;
import org.springframework.ai.mcp.annotation.McpTool.McpAnnotations;

/// The tools that the conformance suite calls, without those that a stateless server cannot have.
final class FixtureTools {

  @McpTool(
      name = "test_simple_text",
      title = "Text",
      description = "Says one sentence.",
      annotations = @McpAnnotations(readOnlyHint = true))
  Blocks text() {
    return blocks(TextContent.builder("This is a simple text response for testing.").build());
  }

  @McpTool(
      name = "test_image_content",
      title = "Picture",
      description = "Shows one dot.",
      annotations = @McpAnnotations(readOnlyHint = true))
  Blocks image() {
    return blocks(dot());
  }

  @McpTool(
      name = "test_audio_content",
      title = "Sound",
      description = "Plays nothing.",
      annotations = @McpAnnotations(readOnlyHint = true))
  Blocks audio() {
    return blocks(AudioContent.builder(Samples.SILENCE, Samples.WAV).build());
  }

  @McpTool(
      name = "test_embedded_resource",
      title = "File",
      description = "Hands over one file.",
      annotations = @McpAnnotations(readOnlyHint = true))
  Blocks embedded() {
    return blocks(
        file("test://embedded-resource", "text/plain", "This is an embedded resource content."));
  }

  @McpTool(
      name = "test_multiple_content_types",
      title = "Text, picture and file",
      description = "Gives one of each.",
      annotations = @McpAnnotations(readOnlyHint = true))
  Blocks mixed() {
    return blocks(
        TextContent.builder("Multiple content types test:").build(),
        dot(),
        file(
            "test://mixed-content-resource",
            "application/json",
            "{\"test\":\"data\",\"value\":123}"));
  }

  @McpTool(
      name = "test_error_handling",
      title = "Failure",
      description = "Fails.",
      annotations = @McpAnnotations(readOnlyHint = true))
  Blocks error() {
    throw new IllegalArgumentException("This tool intentionally returns an error for testing");
  }

  private static ImageContent dot() {
    return ImageContent.builder(Samples.RED_DOT, Samples.PNG).build();
  }

  private static EmbeddedResource file(String uri, String type, String text) {
    return EmbeddedResource.builder(TextResourceContents.builder(uri, text).mimeType(type).build())
        .build();
  }

  private static Blocks blocks(Content... content) {
    return new Blocks(List.of(content));
  }
}
