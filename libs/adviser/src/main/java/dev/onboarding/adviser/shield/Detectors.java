package dev.onboarding.adviser.shield;

import java.util.List;
import java.util.regex.Pattern;

/// Finds what identifies or reaches someone in text that nobody has described to us. Errs on the
/// side of masking too much: a masked number comes back when people read the answer.
final class Detectors {

  /// A kind and the pattern it is recognised by; the first group is what is masked, else the whole.
  record Detector(Kind kind, Pattern pattern) {

    /// Whether the text can hold it at all; most texts hold none of it.
    boolean mayBeIn(String text, boolean digits) {
      return switch (kind) {
        case EMAIL -> text.indexOf('@') >= 0 || text.indexOf('(') >= 0 || text.indexOf('[') >= 0;
        case NUMBER, PHONE -> digits;
        case LINK -> text.indexOf(':') >= 0 || text.indexOf('.') >= 0 || text.contains("//");
        case ADDRESS, PERSON, COMPANY, TEXT -> true;
      };
    }
  }

  private static final String CAPITALISED = "\\p{Lu}[\\p{L}'’.-]+";

  /// In this order: what contains another comes first.
  static final List<Detector> ALL =
      List.of(
          of(
              Kind.LINK,
              "(?i)(?:[a-z][a-z0-9+.-]{1,15}:|\\bwww\\.|//)[^\\s'‹›]*[^\\s'‹›.,;:!?)\\]]"
                  + "|\\bdata:[^\\s]+"),
          of(
              Kind.EMAIL,
              "(?i)[\\p{L}0-9._%+-]+\\s?(?:@|\\(at\\)|\\[at\\])\\s?[\\p{L}0-9-]+(?:\\s?(?:\\.|\\(dot\\)|\\[dot\\])\\s?[\\p{L}0-9-]{2,})+"),
          of(
              Kind.LINK,
              "(?i)\\b[\\p{L}0-9-]+(?:\\.[\\p{L}0-9-]+)*\\." + Links.ENDINGS + "\\b(?:/\\S*)?"),
          of(Kind.NUMBER, "\\b[A-Z]{2}\\d{2}(?:\\s?[A-Z0-9]{4}){2,7}(?:\\s?[A-Z0-9]{1,4})?\\b"),
          of(Kind.NUMBER, "(?i)\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b"),
          of(
              Kind.NUMBER,
              "\\b(?=[A-Za-z0-9]{0,17}\\d)00[0-9A-Za-z](?:[0-9A-Za-z]{12}|[0-9A-Za-z]{15})\\b"),
          of(
              Kind.ADDRESS,
              "\\b\\d{1,5}[a-zA-Z]?,?\\s(?:[\\p{L}.'-]+\\s){1,4}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd|Square|Way|Court|Place)\\b\\.?(?:,?\\s[\\p{Lu}\\d][\\p{L}\\d.-]*){0,5}"),
          of(
              Kind.ADDRESS,
              "(?iu)\\b[\\p{L}.-]*(?:stra(?:ß|ss)e|str\\.|weg|platz|allee|gasse)\\s\\d{1,4}\\s?[a-z]?\\b(?:,?\\s(?:[A-Z]{1,2}-)?\\d{4,5}\\s[\\p{L}-]+)?"),
          of(
              Kind.ADDRESS,
              "(?iu)\\b(?:\\d{1,4},?\\s)?(?:rue|avenue|boulevard|via|viale|piazza|calle|avenida|plaza|rua)\\s(?:[\\p{L}.'’-]+\\s?){1,4}(?:,?\\s?\\d{1,5})?(?:,?\\s\\d{4,5}\\s[\\p{L}-]+)?"),
          of(
              Kind.PHONE,
              "(?<![\\p{L}\\d])(?:\\+|00)\\d{1,3}[\\s().\\d/-]{6,20}\\d"
                  + "|(?<![\\p{L}\\d-])\\(?0\\d{1,5}\\)?[\\s/-]\\d[\\d\\s/-]{4,14}\\d"
                  + "|(?<![\\p{L}\\d-])\\(?\\d{3}\\)?[\\s.-]\\d{3}[\\s.-]\\d{4}(?!\\d)"),
          of(
              Kind.NUMBER,
              "(?<![\\d.,-])(?!\\d{4}-\\d{2}-\\d{2}(?!\\d))\\d(?:[\\s-]?\\d){7,24}(?![\\d.,]\\d)"),
          of(
              Kind.PERSON,
              "(?:\\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Herrn?|Frau|Mme|Mlle|Monsieur|Madame|Sr|Sra|Señora?|Sig|Signora?)\\b\\.?"
                  + "|\\b(?i:attn|attention|contact|c/o|signed by|approved by|on behalf of|zu Händen|z\\. ?Hd\\.)\\b\\.?:?)"
                  + "\\s+("
                  + CAPITALISED
                  + "(?:\\s"
                  + CAPITALISED
                  + "){0,3})"));

  private Detectors() {}

  private static Detector of(Kind kind, String pattern) {
    return new Detector(kind, Pattern.compile(pattern));
  }
}
