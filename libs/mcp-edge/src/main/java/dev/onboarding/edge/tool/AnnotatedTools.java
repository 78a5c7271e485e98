package dev.onboarding.edge.tool;

import dev.onboarding.edge.security.Admission;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.springframework.ai.mcp.annotation.McpTool;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;

/// Finds the tools of an application: every bean method that carries `@McpTool`.
public final class AnnotatedTools {

  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_-]{1,64}");

  private final ConfigurableListableBeanFactory beans;
  private final ToolSchemas schemas = new ToolSchemas();

  public AnnotatedTools(ConfigurableListableBeanFactory beans) {
    this.beans = beans;
  }

  /// The tools in the order of their names, each behind the given gate.
  ///
  /// @throws IllegalStateException when there is none, or a name is not allowed by the protocol's
  ///   clients
  public List<SyncToolSpecification> specifications(ToolGate gate) {
    List<ToolMethod> methods =
        Arrays.stream(beans.getBeanDefinitionNames())
            .filter(this::declaresTools)
            .flatMap(name -> methodsOf(beans.getBean(name)).stream())
            .sorted(Comparator.comparing(ToolMethod::name))
            .toList();
    if (methods.isEmpty()) {
      throw new IllegalStateException("No bean of this server has a method with @McpTool");
    }
    return methods.stream().map(method -> specification(method, gate)).toList();
  }

  private boolean declaresTools(String beanName) {
    Class<?> type = beans.getType(beanName, false);
    return type != null
        && Arrays.stream(type.getDeclaredMethods()).anyMatch(AnnotatedTools::isTool);
  }

  private static List<ToolMethod> methodsOf(Object bean) {
    return Arrays.stream(AopUtils.getTargetClass(bean).getDeclaredMethods())
        .filter(AnnotatedTools::isTool)
        .map(method -> new ToolMethod(bean, method))
        .toList();
  }

  private static boolean isTool(java.lang.reflect.Method method) {
    return AnnotatedElementUtils.hasAnnotation(method, McpTool.class);
  }

  private SyncToolSpecification specification(ToolMethod method, ToolGate gate) {
    if (!NAME.matcher(method.name()).matches()) {
      throw new IllegalStateException("Tool name '" + method.name() + "' must match " + NAME);
    }
    McpSchema.Tool tool = method.tool(schemas);
    BiFunction<
            io.modelcontextprotocol.common.McpTransportContext,
            McpSchema.CallToolRequest,
            McpSchema.CallToolResult>
        handler = (transport, request) -> gate.pass(method, tool, request, Admission.in(transport));
    return new SyncToolSpecification(tool, handler);
  }
}
