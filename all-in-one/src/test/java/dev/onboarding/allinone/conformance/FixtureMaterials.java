package dev.onboarding.allinone.conformance;

import dev.onboarding.edge.material.TextPrompt;
import dev.onboarding.edge.material.TextPrompt.Argument;
import dev.onboarding.edge.material.TextResource;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncPromptSpecification;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncResourceSpecification;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncResourceTemplateSpecification;
import io.modelcontextprotocol.spec.McpSchema.BlobResourceContents;
import io.modelcontextprotocol.spec.McpSchema.Content;
import io.modelcontextprotocol.spec.McpSchema.EmbeddedResource;
import io.modelcontextprotocol.spec.McpSchema.GetPromptResult;
import io.modelcontextprotocol.spec.McpSchema.ImageContent;
import io.modelcontextprotocol.spec.McpSchema.Prompt;
import io.modelcontextprotocol.spec.McpSchema.PromptArgument;
import io.modelcontextprotocol.spec.McpSchema.PromptMessage;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.ResourceTemplate;
import io.modelcontextprotocol.spec.McpSchema.Role;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The resources and prompts that the conformance suite reads, each declared as a module of ours
/// declares its own.
@Configuration(proxyBeanMethods = false)
class FixtureMaterials {

  private static final Pattern ANYTHING = Pattern.compile(".{1,200}");
  private static final Pattern DATA = Pattern.compile("test://template/([^/]+)/data");

  @Bean
  SyncResourceSpecification text() {
    return new TextResource(
            "test://static-text", "static_text", "Text", "A text for testing.", "text/plain")
        .saying(() -> "This is the content of the static text resource.");
  }

  @Bean
  SyncResourceSpecification binary() {
    String uri = "test://static-binary";
    return new SyncResourceSpecification(
        Resource.builder(uri, "static_binary")
            .description("A picture for testing.")
            .mimeType(Samples.PNG)
            .build(),
        (transport, request) ->
            ReadResourceResult.builder(
                    List.of(
                        BlobResourceContents.builder(uri, Samples.RED_DOT)
                            .mimeType(Samples.PNG)
                            .build()))
                .build());
  }

  @Bean
  SyncResourceTemplateSpecification template() {
    return new SyncResourceTemplateSpecification(
        ResourceTemplate.builder("test://template/{id}/data", "template")
            .description("A resource with its id filled in.")
            .mimeType("application/json")
            .build(),
        (transport, request) -> {
          String id = DATA.matcher(request.uri()).replaceFirst("$1");
          String json =
              "{\"id\":\"%1$s\",\"templateTest\":true,\"data\":\"Data for ID: %1$s\"}"
                  .formatted(id);
          return ReadResourceResult.builder(
                  List.of(
                      TextResourceContents.builder(request.uri(), json)
                          .mimeType("application/json")
                          .build()))
              .build();
        });
  }

  @Bean
  SyncPromptSpecification simple() {
    return new TextPrompt(
            "test_simple_prompt",
            "Simple",
            "A prompt for testing.",
            "This is a simple prompt for testing.",
            List.of())
        .specification();
  }

  @Bean
  SyncPromptSpecification withArguments() {
    return new TextPrompt(
            "test_prompt_with_arguments",
            "With arguments",
            "A prompt with two arguments.",
            "Prompt with arguments: arg1='{arg1}', arg2='{arg2}'",
            List.of(
                new Argument("arg1", "First test argument", ANYTHING),
                new Argument("arg2", "Second test argument", ANYTHING)))
        .specification();
  }

  @Bean
  SyncPromptSpecification withFile() {
    Prompt listed =
        Prompt.builder("test_prompt_with_embedded_resource")
            .description("A prompt with a file.")
            .arguments(
                List.of(
                    PromptArgument.builder("resourceUri")
                        .description("Of the file")
                        .required(true)
                        .build()))
            .build();
    return new SyncPromptSpecification(
        listed,
        (transport, request) -> {
          String uri = String.valueOf(request.arguments().get("resourceUri"));
          return said(
              EmbeddedResource.builder(
                      TextResourceContents.builder(uri, "Embedded resource content for testing.")
                          .mimeType("text/plain")
                          .build())
                  .build(),
              "Please process the embedded resource above.");
        });
  }

  @Bean
  SyncPromptSpecification withPicture() {
    Prompt listed =
        Prompt.builder("test_prompt_with_image").description("A prompt with a picture.").build();
    return new SyncPromptSpecification(
        listed,
        (transport, request) ->
            said(
                ImageContent.builder(Samples.RED_DOT, Samples.PNG).build(),
                "Please analyze the image above."));
  }

  private static GetPromptResult said(Content first, String second) {
    return GetPromptResult.builder(
            List.of(
                PromptMessage.builder(Role.USER, first).build(),
                PromptMessage.builder(Role.USER, TextContent.builder(second).build()).build()))
        .build();
  }
}
