package dev.onboarding.coordinator.report;

import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import org.jspecify.annotations.Nullable;

/// Escapes what is printed by where it stands. Between tags quotation marks are escaped as well,
/// which the engine holds to be needless there: what is copied from a page into an attribute stays
/// harmless.
final class HtmlOutput extends OwaspHtmlTemplateOutput {

  private boolean betweenTags = true;

  HtmlOutput(TemplateOutput output) {
    super(output);
  }

  @Override
  public void setContext(@Nullable String tag, @Nullable String attribute) {
    super.setContext(tag, attribute);
    betweenTags = attribute == null && !"script".equals(tag);
  }

  @Override
  public void writeUserContent(@Nullable String value) {
    if (betweenTags && value != null) {
      writeEscaped(value);
    } else {
      super.writeUserContent(value);
    }
  }

  private void writeEscaped(String text) {
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      String entity = entity(text.charAt(i));
      if (entity != null) {
        writeContent(text, from, i);
        writeContent(entity);
        from = i + 1;
      }
    }
    writeContent(text, from, text.length());
  }

  private static @Nullable String entity(char each) {
    return switch (each) {
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '&' -> "&amp;";
      case '"' -> "&quot;";
      case '\'' -> "&#39;";
      default -> null;
    };
  }
}
