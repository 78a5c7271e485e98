package dev.onboarding.allinone.command;

import dev.onboarding.edge.EdgeJson;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;
import tools.jackson.databind.SerializationFeature;

/// What a command prints: progress for people, then a table or one JSON document.
final class Console {

  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean json;

  Console(PrintWriter out, PrintWriter err, boolean json) {
    this.out = out;
    this.err = err;
    this.json = json;
  }

  /// A line for whoever watches; never part of the JSON document.
  void say(String line) {
    PrintWriter target = json ? err : out;
    target.println(line);
    target.flush();
  }

  /// A line on standard error.
  void complain(String line) {
    err.println("onboarding: " + line);
    err.flush();
  }

  void document(Object value) {
    out.println(
        EdgeJson.mapper()
            .writer()
            .with(SerializationFeature.INDENT_OUTPUT)
            .writeValueAsString(value));
    out.flush();
  }

  /// Prints rows under headings, each column as wide as its longest value.
  void table(List<String> headings, List<List<String>> rows) {
    Column[] columns = new Column[headings.size()];
    for (int i = 0; i < columns.length; i++) {
      int column = i;
      int width =
          Math.max(
              headings.get(i).length(),
              rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0));
      columns[i] = new Column(width + 2, 0, Overflow.SPAN);
    }
    TextTable table = TextTable.forColumns(Help.defaultColorScheme(Help.Ansi.OFF), columns);
    table.addRowValues(headings.toArray(String[]::new));
    rows.forEach(row -> table.addRowValues(row.toArray(String[]::new)));
    say("");
    say(table.toString().stripTrailing());
  }
}
