package dev.onboarding.edge.material;

import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncResourceSpecification;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.util.List;
import java.util.function.Supplier;

/// A text that an assistant may read, made anew for each reading.
///
/// @param uri its address, for example `onboarding://policy`
/// @param name the programmatic name, in the form of a tool's
/// @param mimeType `text/markdown`, `application/yaml` or the like
public record TextResource(
    String uri, String name, String title, String description, String mimeType) {

  /// The resource as the server offers it.
  ///
  /// @param text called for each reading
  public SyncResourceSpecification saying(Supplier<String> text) {
    Resource listed =
        Resource.builder(uri, name)
            .title(title)
            .description(description)
            .mimeType(mimeType)
            .build();
    return new SyncResourceSpecification(
        listed,
        (transport, request) ->
            ReadResourceResult.builder(
                    List.of(
                        TextResourceContents.builder(uri, text.get()).mimeType(mimeType).build()))
                .build());
  }
}
