package dev.onboarding.coordinator.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/// Fills the templates of one feature. They are compiled with the code, against the records that
/// they print, so a name that is not there fails the build and nothing is read at run time.
public final class Templates {

  private static final String CODE = "dev.onboarding.coordinator";
  private static final TemplateEngine HTML = engine(ContentType.Html);
  private static final TemplateEngine TEXT = engine(ContentType.Plain);

  private final String feature;

  Templates() {
    this("report");
  }

  /// @param feature the package, and the folder of templates, whose records are printed
  public Templates(String feature) {
    this.feature = feature;
  }

  /// @param template with the ending of what is written: `.html` is escaped, all else is not
  public String fill(String template, Map<String, Object> values) {
    var filled = new StringOutput();
    var name = "%s/%s.jte".formatted(feature, template);
    if (template.endsWith(".html")) {
      HTML.render(name, values, new HtmlOutput(filled));
    } else {
      TEXT.render(name, values, filled);
    }
    return filled.toString();
  }

  private static TemplateEngine engine(ContentType type) {
    return TemplateEngine.createPrecompiled(null, type, Templates.class.getClassLoader(), CODE);
  }
}
