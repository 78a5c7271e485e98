package dev.onboarding.coordinator.report;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/// Fills the templates of one folder with an engine of its own, so that nothing else on the
/// classpath can change how a report reads.
public final class Templates {

  private static final String FOLDER = "coordinator/report/";

  private final SpringTemplateEngine engine = new SpringTemplateEngine();

  Templates() {
    this(FOLDER);
  }

  /// @param folder of the classpath that holds the templates, with a slash at its end
  public Templates(String folder) {
    // The same few expressions are evaluated for every report.
    engine.setEnableSpringELCompiler(true);
    engine.setTemplateResolvers(
        Set.of(
            resolver(folder, TemplateMode.HTML, "*.html"),
            resolver(folder, TemplateMode.TEXT, "*.md", "*.txt")));
  }

  public String fill(String template, Map<String, Object> values) {
    return engine.process(template, new Context(Locale.ROOT, values));
  }

  private static ClassLoaderTemplateResolver resolver(
      String folder, TemplateMode mode, String... names) {
    var resolver = new ClassLoaderTemplateResolver(Templates.class.getClassLoader());
    resolver.setPrefix(folder);
    resolver.setResolvablePatterns(Set.of(names));
    resolver.setTemplateMode(mode);
    resolver.setCharacterEncoding("UTF-8");
    resolver.setCheckExistence(false);
    return resolver;
  }
}
