package dev.onboarding.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReleasesTests {

  private static final String ONE = "[{'name':'a','inputSchema':{'type':'object'}}]";
  private static final String REWORDED =
      "[{'name':'a','description':'A','inputSchema':{'type':'object'}}]";
  private static final String MORE =
      "[{'name':'a','inputSchema':{'type':'object'}},{'name':'b','inputSchema':{}}]";
  private static final String OTHER = "[{'name':'b','inputSchema':{'type':'object'}}]";

  @TempDir private Path contract;

  @ParameterizedTest
  @CsvSource({
    "1.2.3, same, 1.2.3, true",
    "1.2.3, same, 1.2.2, false",
    "1.2.3, reworded, 1.2.3, false",
    "1.2.3, reworded, 1.2.4, true",
    "1.2.3, more, 1.2.4, false",
    "1.2.3, more, 1.3.0, true",
    "1.2.3, other, 1.3.0, false",
    "1.2.3, other, 2.0.0, true",
    "0.1.0, more, 0.1.0, false",
    "0.1.0, more, 0.1.1, true",
    "0.1.0, other, 0.1.1, false",
    "0.1.0, other, 0.2.0, true",
    "0.1.0, other, 1.0.0, true",
  })
  void asksForTheVersionThatSaysWhatChanged(
      String last, String change, String version, boolean enough) throws Exception {
    var releases = new Releases(contract);
    releases.keep(Version.of(last), ONE.replace('\'', '"'));

    var objection = releases.objection(Version.of(version), changed(change));

    assertThat(objection.isEmpty()).as(objection.toString()).isEqualTo(enough);
  }

  @Test
  void comparesWithTheHighestVersionAndNotWithTheLastName() throws Exception {
    var releases = new Releases(contract);
    releases.keep(Version.of("0.9.0"), OTHER.replace('\'', '"'));
    releases.keep(Version.of("0.10.0"), ONE.replace('\'', '"'));

    assertThat(releases.last()).contains(Version.of("0.10.0"));
    assertThat(releases.objection(Version.of("0.10.0"), changed("same"))).isEmpty();
  }

  @Test
  void namesEachChangeAndTheVersionThatWouldDo() throws Exception {
    var releases = new Releases(contract);
    releases.keep(Version.of("1.0.0"), ONE.replace('\'', '"'));

    assertThat(releases.objection(Version.of("1.0.1"), changed("other")).orElseThrow())
        .contains("1.0.1 must be 2.0.0", "BREAKING: a is gone", "COMPATIBLE: b is new");
  }

  @Test
  void asksForAFirstRelease() throws Exception {
    assertThat(new Releases(contract).objection(Version.of("0.1.0"), changed("same")))
        .hasValueSatisfying(why -> assertThat(why).contains("-Dcontract.release=true"));
  }

  @Test
  void refusesAVersionWithoutThreeNumbers() {
    assertThatThrownBy(() -> Version.of("1.2-SNAPSHOT")).hasMessageContaining("1.2-SNAPSHOT");
  }

  private static JsonNode changed(String how) {
    String text =
        switch (how) {
          case "same" -> ONE;
          case "reworded" -> REWORDED;
          case "more" -> MORE;
          default -> OTHER;
        };
    return JsonMapper.shared().readTree(text.replace('\'', '"'));
  }
}
