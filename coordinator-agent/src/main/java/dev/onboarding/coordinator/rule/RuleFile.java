package dev.onboarding.coordinator.rule;

import dev.onboarding.model.decision.Tier;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// Reads a rule file into rows that know their line, and notes everything that is out of shape.
final class RuleFile {

  private static final List<String> ROW_KEYS =
      List.of("id", "on", "when", "tier", "says", "owner", "remedy");
  private static final Pattern ID = Pattern.compile("[A-Z][A-Z0-9]*(-[A-Z0-9]+)*");

  private final Problems problems;
  private String version = "";
  private final List<LocatedRow> rows = new ArrayList<>();
  private final Set<String> unread = new HashSet<>();

  private RuleFile(Problems problems) {
    this.problems = problems;
  }

  static RuleFile read(String yaml, Problems problems) {
    RuleFile file = new RuleFile(problems);
    try {
      Node root =
          new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(yaml));
      file.readRoot(root);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      problems.add(line, "not readable as YAML: " + e.getProblem());
    } catch (YAMLException e) {
      problems.add(1, "not readable as YAML: " + e.getMessage());
    }
    return file;
  }

  String version() {
    return version;
  }

  List<LocatedRow> rows() {
    return rows;
  }

  /// What those rows are on that stand in the file and could not be read.
  Set<String> unread() {
    return unread;
  }

  private void readRoot(@Nullable Node root) {
    if (!(root instanceof MappingNode mapping)) {
      problems.add(1, "a rule file has 'version' and 'rows'");
      return;
    }
    Map<String, Node> entries = entries(mapping, List.of("version", "rows"), "a rule file");
    version = text(entries.get("version")).orElse("");
    if (entries.get("rows") instanceof SequenceNode sequence) {
      readRows(sequence);
    } else if (entries.containsKey("rows")) {
      problems.add(line(mapping), "'rows' is no list");
    }
  }

  private void readRows(SequenceNode sequence) {
    if (sequence.getValue().size() > Limits.ROWS) {
      problems.add(
          line(sequence),
          "%d rows are too many; a rule set may have %d"
              .formatted(sequence.getValue().size(), Limits.ROWS));
    } else {
      sequence.getValue().forEach(this::readRow);
    }
  }

  private void readRow(Node node) {
    if (!(node instanceof MappingNode mapping)) {
      problems.add(line(node), "a row has the keys " + String.join(", ", ROW_KEYS));
      return;
    }
    Map<String, Node> entries = entries(mapping, ROW_KEYS, "a row");
    Map<String, String> texts = new HashMap<>();
    entries.forEach((key, value) -> text(value).ifPresent(text -> texts.put(key, text)));
    Optional<Tier> tier = tier(entries.get("tier"));
    checkId(entries.get("id"));
    checkDomain(entries.get("on"));
    if (tier.isPresent() && texts.keySet().containsAll(ROW_KEYS)) {
      rows.add(
          new LocatedRow(row(texts, tier.get()), line(node), whenLine(entries.get("when"), node)));
    } else {
      unread.add(texts.getOrDefault("on", ""));
    }
  }

  private static Row row(Map<String, String> texts, Tier tier) {
    return new Row(
        texts.getOrDefault("id", ""),
        texts.getOrDefault("on", ""),
        texts.getOrDefault("when", ""),
        tier,
        texts.getOrDefault("says", ""),
        texts.getOrDefault("owner", ""),
        texts.getOrDefault("remedy", ""));
  }

  private Map<String, Node> entries(MappingNode mapping, List<String> allowed, String what) {
    Map<String, Node> entries = new HashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = text(tuple.getKeyNode()).orElse("");
      if (!allowed.contains(key)) {
        problems.add(line(tuple.getKeyNode()), "'%s' is no key of %s".formatted(key, what));
      } else if (entries.putIfAbsent(key, tuple.getValueNode()) != null) {
        problems.add(line(tuple.getKeyNode()), "'%s' stands twice".formatted(key));
      }
    }
    for (String key : allowed) {
      if (!entries.containsKey(key)) {
        problems.add(line(mapping), "%s lacks '%s'".formatted(what, key));
      } else if (!key.equals("rows") && text(entries.get(key)).isEmpty()) {
        problems.add(line(mapping), "'%s' is empty or no text".formatted(key));
      }
    }
    return entries;
  }

  private void checkId(@Nullable Node node) {
    text(node)
        .filter(id -> !ID.matcher(id).matches())
        .ifPresent(
            id -> problems.add(line(node), "'%s' is no row id such as INV-04".formatted(id)));
  }

  private void checkDomain(@Nullable Node node) {
    text(node)
        .filter(on -> FactSource.named(on).isEmpty())
        .ifPresent(on -> problems.add(line(node), "'%s' is no domain".formatted(on)));
  }

  private Optional<Tier> tier(@Nullable Node node) {
    Optional<String> text = text(node);
    Optional<Tier> tier =
        text.flatMap(name ->
            Arrays.stream(Tier.values()).filter(t -> t.toString().equals(name)).findFirst());
    if (text.isPresent() && tier.isEmpty()) {
      problems.add(line(node), "'%s' is no tier: note, warning or violation".formatted(text.get()));
    }
    return tier;
  }

  private static Optional<String> text(@Nullable Node node) {
    return node instanceof ScalarNode scalar && !scalar.getValue().isBlank()
        ? Optional.of(scalar.getValue().strip())
        : Optional.empty();
  }

  /// A folded or literal block starts on the line after its mark.
  private static int whenLine(@Nullable Node when, Node row) {
    if (!(when instanceof ScalarNode scalar)) {
      return line(row);
    }
    return switch (scalar.getScalarStyle()) {
      case FOLDED, LITERAL -> line(when) + 1;
      default -> line(when);
    };
  }

  private static int line(@Nullable Node node) {
    return node == null ? 1 : node.getStartMark().getLine() + 1;
  }

  /// A row and where it stands.
  record LocatedRow(Row row, int line, int whenLine) {}
}
