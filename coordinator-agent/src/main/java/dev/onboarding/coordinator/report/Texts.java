package dev.onboarding.coordinator.report;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Makes any text from outside harmless where it is printed: no control characters, nothing that
/// looks like a credential, and the markup of the target escaped.
enum Texts {

  /// The template engine escapes.
  HTML {
    @Override
    String escaped(String clean) {
      return clean;
    }
  },
  PLAIN {
    @Override
    String escaped(String clean) {
      return clean;
    }
  },
  MARKDOWN {
    @Override
    String escaped(String clean) {
      return MARKUP
          .matcher(clean.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
          .replaceAll("\\\\$0")
          .replace("://", "\\://")
          .replace("www.", "www\\.");
    }
  },
  SLACK {
    @Override
    String escaped(String clean) {
      return clean.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
  };

  private static final Pattern MARKUP = Pattern.compile("[\\\\`*_\\[\\]|#~]");
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cntrl}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]+");
  private static final Pattern CREDENTIAL =
      Pattern.compile(
          "(?i)(?:xox[a-z]-[\\w-]{6,}|eyJ[\\w-]{8,}\\.[\\w-]{4,}\\.[\\w-]*|\\bsk-[\\w-]{12,}"
              + "|\\bbearer\\s+[\\w.~+/-]{8,}=*"
              + "|\\b(?:api[_-]?key|access[_-]?token|client[_-]?secret|password|secret)\\b"
              + "[\"']?\\s*[=:]\\s*(?:\"[^\"]*\"|'[^']*'|[^\\s\"',;}]+))");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  abstract String escaped(String clean);

  String shown(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Instant moment -> MOMENT.format(moment);
      default -> escaped(clean(value.toString()));
    };
  }

  static String clean(String text) {
    return withoutCredentials(INVISIBLE.matcher(text).replaceAll(" ")).strip();
  }

  /// A net under everything printed; what is printed has no place for a credential to begin with.
  static String withoutCredentials(String text) {
    return CREDENTIAL.matcher(text).replaceAll("***");
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

  static String shortened(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }

  static String words(Object value) {
    return value.toString().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static String capitalised(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
