package dev.onboarding.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.testkit.contract.Change.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Each change that a contract may see, on both sides of a call.
class ToolChangesTests {

  private static final String NO_ARGUMENTS = "{'type':'object','properties':{}}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'type':'object','properties':{}}                                | {'type':'object','properties':{'a':{}}}                             | COMPATIBLE
          {'type':'object','properties':{}}                                | {'type':'object','properties':{'a':{}},'required':['a']}             | BREAKING
          {'type':'object','properties':{'a':{}}}                          | {'type':'object','properties':{}}                                   | BREAKING
          {'type':'object','properties':{'a':{}}}                          | {'type':'object','properties':{'a':{}},'required':['a']}             | BREAKING
          {'type':'object','properties':{'a':{}},'required':['a']}          | {'type':'object','properties':{'a':{}}}                             | COMPATIBLE
          {'properties':{'a':{'type':'string'}}}                           | {'properties':{'a':{'type':'integer'}}}                             | BREAKING
          {'properties':{'a':{'type':'integer'}}}                          | {'properties':{'a':{'type':'number'}}}                              | COMPATIBLE
          {'properties':{'a':{'type':'number'}}}                           | {'properties':{'a':{'type':'integer'}}}                             | BREAKING
          {'properties':{'a':{'enum':['X']}}}                              | {'properties':{'a':{'enum':['X','Y']}}}                             | COMPATIBLE
          {'properties':{'a':{'enum':['X','Y']}}}                          | {'properties':{'a':{'enum':['X']}}}                                 | BREAKING
          {'properties':{'a':{'type':'array','maxItems':200}}}             | {'properties':{'a':{'type':'array','maxItems':100}}}                | BREAKING
          {'properties':{'a':{'type':'array','maxItems':200}}}             | {'properties':{'a':{'type':'array'}}}                               | COMPATIBLE
          {'properties':{'a':{'type':'array','minItems':2}}}               | {'properties':{'a':{'type':'array','minItems':1}}}                  | COMPATIBLE
          {'properties':{'a':{'items':{'properties':{'b':{}}}}}}           | {'properties':{'a':{'items':{'properties':{}}}}}                    | BREAKING
          {'properties':{'a':{'pattern':'x'}}}                             | {'properties':{'a':{'pattern':'y'}}}                                | BREAKING
          {'properties':{'a':{'description':'x'}}}                         | {'properties':{'a':{'description':'y'}}}                            | WORDING
          {'additionalProperties':false}                                   | {}                                                                  | COMPATIBLE
          {}                                                               | {'additionalProperties':false}                                      | BREAKING
          """)
  void judgesWhatACallerSends(String before, String after, Kind kind) {
    assertThat(gravest(tool(before, NO_ARGUMENTS), tool(after, NO_ARGUMENTS))).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'properties':{}}                                                | {'properties':{'a':{}},'required':['a']}                            | COMPATIBLE
          {'properties':{}}                                                | {'properties':{'a':{}}}                                             | COMPATIBLE
          {'properties':{'a':{}}}                                          | {'properties':{}}                                                   | BREAKING
          {'properties':{'a':{}},'required':['a']}                         | {'properties':{'a':{}}}                                             | BREAKING
          {'properties':{'a':{}}}                                          | {'properties':{'a':{}},'required':['a']}                            | COMPATIBLE
          {'properties':{'a':{'enum':['X']}}}                              | {'properties':{'a':{'enum':['X','Y']}}}                             | BREAKING
          {'properties':{'a':{'enum':['X','Y']}}}                          | {'properties':{'a':{'enum':['X']}}}                                 | COMPATIBLE
          {'properties':{'a':{'type':'integer'}}}                          | {'properties':{'a':{'type':'number'}}}                              | BREAKING
          {'properties':{'a':{'type':'string'}}}                           | {'properties':{'a':{'type':['string','null']}}}                     | BREAKING
          {'properties':{'a':{'items':{'properties':{'b':{}}}}}}           | {'properties':{'a':{'items':{'properties':{'b':{},'c':{}}}}}}       | COMPATIBLE
          {'additionalProperties':{'properties':{'b':{}}}}                 | {'additionalProperties':{'properties':{}}}                          | BREAKING
          {'oneOf':[{'type':'string'}]}                                    | {'oneOf':[{'type':'integer'}]}                                      | BREAKING
          {'properties':{'a':{'format':'date'}}}                           | {'properties':{'a':{}}}                                             | BREAKING
          """)
  void judgesWhatACallerReads(String before, String after, Kind kind) {
    assertThat(gravest(tool(NO_ARGUMENTS, before), tool(NO_ARGUMENTS, after))).isEqualTo(kind);
  }

  @Test
  void callsARenamedAnswerFieldBreakingAndNamesIt() {
    List<Change> changes =
        ToolChanges.between(
            json("[" + tool(NO_ARGUMENTS, "{'properties':{'due':{}},'required':['due']}") + "]"),
            json(
                "["
                    + tool(NO_ARGUMENTS, "{'properties':{'due_date':{}},'required':['due_date']}")
                    + "]"));

    assertThat(Change.gravest(changes)).isEqualTo(Kind.BREAKING);
    assertThat(changes.toString()).contains("t answer.due is gone");
  }

  @Test
  void callsANewToolCompatibleAndALostOneBreaking() {
    String one = tool(NO_ARGUMENTS, NO_ARGUMENTS);

    assertThat(kinds("", one)).containsExactly(Kind.COMPATIBLE);
    assertThat(kinds(one, "")).containsExactly(Kind.BREAKING);
  }

  @ParameterizedTest
  @CsvSource({
    "readOnlyHint,true,false,BREAKING",
    "readOnlyHint,false,true,COMPATIBLE",
    "destructiveHint,false,true,BREAKING",
    "idempotentHint,true,false,BREAKING",
    "openWorldHint,true,false,WORDING"
  })
  void judgesTheHintsByWhatACallerRelaxesFor(String hint, String was, String is, Kind kind) {
    String form = "{'name':'t','annotations':{'%s':%s}}";

    assertThat(kinds(form.formatted(hint, was), form.formatted(hint, is))).containsExactly(kind);
  }

  @Test
  void findsNothingWhereNothingChanged() {
    String one = tool(NO_ARGUMENTS, NO_ARGUMENTS);

    assertThat(kinds(one, one)).isEmpty();
  }

  /// There must be a change at all.
  private static Kind gravest(String before, String after) {
    return kinds(before, after).stream().max(Kind::compareTo).orElseThrow();
  }

  private static List<Kind> kinds(String before, String after) {
    return ToolChanges.between(json("[" + before + "]"), json("[" + after + "]")).stream()
        .map(Change::kind)
        .toList();
  }

  private static String tool(String takes, String gives) {
    return "{'name':'t','inputSchema':%s,'outputSchema':%s}".formatted(takes, gives);
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text.replace('\'', '"'));
  }
}
