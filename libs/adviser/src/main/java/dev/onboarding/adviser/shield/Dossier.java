package dev.onboarding.adviser.shield;

import dev.onboarding.adviser.task.AdviceTask;
import dev.onboarding.model.Money;
import dev.onboarding.model.finding.Fact;
import dev.onboarding.model.finding.Finding;
import dev.onboarding.model.finding.Personal;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a model is shown for one task: lines of `name: value`, masked, between two marks that no
/// value can contain.
public final class Dossier {

  public static final String BEGIN = "<<<DATA";
  public static final String END = "DATA>>>";

  private static final int LONGEST_VALUE = 400;
  private static final int LONGEST_TERM = 2_000;
  private static final int MOST_LINES = 200;

  /// Reading them anew each time would cost more than masking does.
  private static final ClassValue<List<RecordComponent>> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> type) {
          return List.of(type.getRecordComponents());
        }
      };

  private final AdviceTask task;
  private final AllowList allowed;
  private final Mask mask = new Mask();
  private final List<String> lines = new ArrayList<>();

  public Dossier(AdviceTask task, AllowList allowed) {
    this.task = task;
    this.allowed = allowed;
  }

  /// Learns every personal value and every id of a finding, whether it may leave or not, so that it
  /// is masked in any other text as well.
  public void know(Finding finding) {
    each(
        finding,
        (component, value) -> {
          String name = component.getName();
          if (component.isAnnotationPresent(Personal.class) && !isSentence(name)) {
            mask.know(kind(finding, name), value.toString());
          } else if (value instanceof String text && isReference(name)) {
            mask.know(Kind.NUMBER, text);
          }
        });
  }

  public void know(Kind kind, @Nullable String value) {
    mask.know(kind, value);
  }

  /// Adds the facts that may leave.
  public void add(Finding finding) {
    String domain = finding.domain().toString();
    each(
        finding,
        (component, value) -> {
          String name = domain + "." + snake(component.getName());
          if (component.isAnnotationPresent(Fact.class) && allowed.allows(task, name)) {
            line(name, shown(finding, component, value));
          }
        });
    if (allowed.allows(task, "sentences")) {
      text(domain + " in words", finding.sentence());
    }
  }

  public boolean allows(String part) {
    return allowed.allows(task, part);
  }

  /// Adds a value of our own that needs no masking: a word of a fixed set, a count.
  public void own(String name, Object value) {
    line(name, PlainText.of(value.toString(), LONGEST_VALUE));
  }

  /// Adds text that may hold anything.
  public void text(String name, String text) {
    line(name, quoted(mask.masked(text, LONGEST_VALUE)));
  }

  /// The same for a contract's term, which may be longer.
  public void term(String name, String text) {
    line(PlainText.of(name, 80), quoted(mask.masked(text, LONGEST_TERM)));
  }

  private void line(String name, String value) {
    if (lines.size() < MOST_LINES) {
      lines.add(name + ": " + value);
    }
  }

  private String shown(Finding finding, RecordComponent component, Object value) {
    String name = component.getName();
    if (component.isAnnotationPresent(Personal.class)) {
      return mask.whole(kind(finding, name), value.toString());
    }
    return switch (value) {
      case Double share -> share(share);
      case Money money -> money.toString();
      case String text when isReference(name) -> mask.whole(Kind.NUMBER, text);
      case String text -> quoted(mask.masked(text, LONGEST_VALUE));
      case Enum<?> word -> word.name().toLowerCase(Locale.ROOT);
      default -> value.toString();
    };
  }

  private static String share(double value) {
    BigDecimal percent =
        BigDecimal.valueOf(value).movePointRight(2).setScale(1, RoundingMode.HALF_EVEN);
    return "%s (%s%%)".formatted(value, percent.stripTrailingZeros().toPlainString());
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }

  private static boolean isSentence(String component) {
    return component.equals("sentence") || component.equals("choice");
  }

  /// Ids, keys and numbers, by which a customer can be looked up.
  private static boolean isReference(String component) {
    return component.equals("id")
        || component.equals("mergedInto")
        || component.endsWith("Id")
        || component.endsWith("Key")
        || component.endsWith("Number")
        || component.equals("number");
  }

  private static Kind kind(Finding finding, String component) {
    String name = component.toLowerCase(Locale.ROOT);
    if (name.endsWith("email")) {
      return Kind.EMAIL;
    }
    return switch (finding.domain()) {
      case OWNER -> name.equals("name") ? Kind.PERSON : Kind.TEXT;
      case CONTRACT -> Kind.PERSON;
      case ACCOUNT, INVOICE -> Kind.COMPANY;
      case OPPORTUNITY, LINK -> Kind.TEXT;
    };
  }

  private static void each(Finding finding, Visitor visitor) {
    for (RecordComponent component : COMPONENTS.get(finding.getClass())) {
      try {
        Object value = component.getAccessor().invoke(finding);
        if (value != null) {
          visitor.visit(component, value);
        }
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("Findings are public records", e);
      }
    }
  }

  private interface Visitor {
    void visit(RecordComponent component, Object value);
  }

  private static String snake(String camel) {
    var snake = new StringBuilder(camel.length() + 4);
    for (int at = 0; at < camel.length(); at++) {
      char letter = camel.charAt(at);
      if (Character.isUpperCase(letter)) {
        snake.append('_');
      }
      snake.append(Character.toLowerCase(letter));
    }
    return snake.toString();
  }

  public boolean isEmpty() {
    return lines.isEmpty();
  }

  /// What is sent, between its marks.
  public String data() {
    return BEGIN + "\n" + String.join("\n", lines) + "\n" + END;
  }

  /// What an answer may rest on.
  public Evidence evidence() {
    return Evidence.of(lines);
  }

  public Mask mask() {
    return mask;
  }
}
