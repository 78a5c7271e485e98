package dev.onboarding.coordinator.report;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Makes any text from outside harmless where it is printed: one line, no control characters,
/// nothing that looks like a credential, no link that somebody could click, and the markup of the
/// target escaped.
public enum Texts {

  /// The template engine escapes.
  HTML {
    @Override
    String escaped(String clean) {
      return unlinked(clean);
    }
  },
  PLAIN {
    @Override
    String escaped(String clean) {
      return unlinked(clean);
    }
  },
  MARKDOWN {
    @Override
    String escaped(String clean) {
      return Markdown.escaped(clean);
    }

    @Override
    String inCode(String clean) {
      return Markdown.code(clean);
    }
  },
  SLACK {
    @Override
    String escaped(String clean) {
      return SlackMarkup.escaped(unlinked(clean));
    }
  };

  private static final int NAME_MOST = 100;
  private static final Pattern INVISIBLE =
      Pattern.compile(
          "[\\p{Cntrl}\\u061C\\u200B\\u200E\\u200F\\u2028\\u2029\\u202A-\\u202E\\u2060-\\u2069"
              + "\\uFEFF]+");
  private static final Pattern WWW = Pattern.compile("(?i)\\bwww\\.");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  abstract String escaped(String clean);

  /// What is to be read letter by letter: an id, the name of a tool, an address.
  String inCode(String clean) {
    return escaped(clean);
  }

  public String shown(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Instant moment -> MOMENT.format(moment);
      default -> escaped(clean(value.toString()));
    };
  }

  /// A name or title: never long enough to push the rest out of sight.
  public String named(@Nullable String name) {
    return name == null ? "" : escaped(name(name));
  }

  String code(@Nullable Object value) {
    return value == null ? "" : inCode(clean(value.toString()));
  }

  /// An address of our own making, which stays whole; empty when it is no web page.
  String address(@Nullable URI address) {
    return this == MARKDOWN ? inCode(link(address)) : link(address);
  }

  static String name(String name) {
    return shortened(clean(name), NAME_MOST);
  }

  static String clean(String text) {
    return Credentials.removed(visible(text)).strip();
  }

  private static String visible(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
        return INVISIBLE.matcher(text).replaceAll(" ");
      }
    }
    return text;
  }

  /// Mail programs turn an address into a link even where none is meant.
  static String unlinked(String text) {
    String spelt = text.replace("://", "[:]//");
    return Links.namesWww(spelt) ? WWW.matcher(spelt).replaceAll("www[.]") : spelt;
  }

  /// Only an address that a browser fetches; never a script.
  static String link(@Nullable URI address) {
    if (address == null || address.getScheme() == null) {
      return "";
    }
    return switch (address.getScheme().toLowerCase(Locale.ROOT)) {
      case "http", "https" -> address.toASCIIString();
      default -> "";
    };
  }

  /// Never half a character.
  static String shortened(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
    return text.substring(0, end) + "…";
  }

  static String words(Object value) {
    return value.toString().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static String capitalised(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  /// The bare digest, whether or not it is written with the name of its algorithm before it.
  static String digest(String digest) {
    return digest.startsWith("sha256:") ? digest.substring("sha256:".length()) : digest;
  }
}
