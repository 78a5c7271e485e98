package dev.onboarding.edge.material;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncCompletionSpecification;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncPromptSpecification;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncResourceSpecification;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncResourceTemplateSpecification;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ListableBeanFactory;

/// The resources and prompts of an application: every bean of the library's types, in the order of
/// their names.
public final class Materials {

  private static final Logger log = LoggerFactory.getLogger(Materials.class);

  private final ListableBeanFactory beans;

  public Materials(ListableBeanFactory beans) {
    this.beans = beans;
  }

  public List<SyncResourceSpecification> resources() {
    return all(SyncResourceSpecification.class).stream()
        .map(found ->
            new SyncResourceSpecification(
                found.resource(), guarded(found.resource().uri(), found.readHandler())))
        .toList();
  }

  public List<SyncResourceTemplateSpecification> resourceTemplates() {
    return all(SyncResourceTemplateSpecification.class).stream()
        .map(found ->
            new SyncResourceTemplateSpecification(
                found.resourceTemplate(),
                guarded(found.resourceTemplate().uriTemplate(), found.readHandler())))
        .toList();
  }

  public List<SyncPromptSpecification> prompts() {
    return all(SyncPromptSpecification.class).stream()
        .map(found ->
            new SyncPromptSpecification(
                found.prompt(), guarded(found.prompt().name(), found.promptHandler())))
        .toList();
  }

  public List<SyncCompletionSpecification> completions() {
    return all(SyncCompletionSpecification.class).stream()
        .map(found ->
            new SyncCompletionSpecification(
                found.referenceKey(),
                guarded(found.referenceKey().type(), found.completionHandler())))
        .toList();
  }

  private <T> List<T> all(Class<T> type) {
    return List.copyOf(beans.getBeansOfType(type).values());
  }

  /// What went wrong inside is for the log, as with tools.
  private static <Q, A> BiFunction<McpTransportContext, Q, A> guarded(
      String name, BiFunction<McpTransportContext, Q, A> handler) {
    return (transport, request) -> {
      try {
        return handler.apply(transport, request);
      } catch (McpError meant) {
        throw meant;
      } catch (RuntimeException e) {
        log.error("{} could not be given", name, e);
        throw McpError.builder(McpSchema.ErrorCodes.INTERNAL_ERROR)
            .message("%s could not be given; the server's log has the details.".formatted(name))
            .build();
      }
    };
  }
}
