package dev.onboarding.sandbox.page;

import org.jspecify.annotations.Nullable;

/// HTML under construction; every text is escaped.
final class Html {

  private final StringBuilder html = new StringBuilder();

  /// Markup of our own, taken as it is.
  Html raw(String markup) {
    html.append(markup);
    return this;
  }

  Html text(@Nullable String text) {
    html.append(escaped(text == null ? "" : text));
    return this;
  }

  Html element(String name, @Nullable String text) {
    return raw("<" + name + ">").text(text).raw("</" + name + ">");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  @Override
  public String toString() {
    return html.toString();
  }
}
