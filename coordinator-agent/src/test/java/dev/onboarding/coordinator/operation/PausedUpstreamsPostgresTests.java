package dev.onboarding.coordinator.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.coordinator.run.RunDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PausedUpstreamsPostgresTests {

  private final RunDatabase database = new RunDatabase();
  private final PausedUpstreams here = node();
  private final PausedUpstreams elsewhere = node();

  @BeforeEach
  void nothingIsPaused() {
    database
        .jdbc
        .sql("truncate coordinator.paused_upstream, coordinator.upstream_act restart identity")
        .update();
  }

  @Test
  void tellsWhatIsPausedOfThatWhichIsNeeded() {
    here.pause("netsuite", "Ann", "Maintenance until noon");

    assertThat(here.among(Set.of("salesforce", "netsuite")))
        .containsExactly(
            new PausedUpstream(
                "netsuite", "Ann", "Maintenance until noon", database.clock.instant()));
    assertThat(here.among(Set.of("salesforce"))).isEmpty();
    assertThat(here.among(Set.of())).isEmpty();
  }

  @Test
  void isHeardByEveryNodeWithinASecond() {
    assertThat(elsewhere.among(Set.of("slack"))).isEmpty();

    here.pause("slack", "Ann", "Quiet please");
    assertThat(elsewhere.among(Set.of("slack"))).isEmpty();
    database.clock.advance(Duration.ofSeconds(1));
    assertThat(elsewhere.among(Set.of("slack"))).hasSize(1);

    here.release("slack", "Ben", "Enough");
    assertThat(here.among(Set.of("slack"))).isEmpty();
    database.clock.advance(Duration.ofSeconds(1));
    assertThat(elsewhere.among(Set.of("slack"))).isEmpty();
  }

  @Test
  void staysPausedSinceTheFirstTimeWhenSaidAgain() {
    var first = database.clock.instant();
    here.pause("mail", "Ann", "One");
    database.clock.advance(Duration.ofMinutes(5));

    assertThat(here.pause("mail", "Ben", "Two"))
        .isEqualTo(new PausedUpstream("mail", "Ben", "Two", first));
  }

  @Test
  void keepsEveryActWithWhoAndWhy() {
    here.pause("docusign", "Ann", "Maintenance");
    assertThat(here.release("docusign", "Ben", "It is back")).isTrue();
    assertThat(here.release("docusign", "Ben", "Again")).isFalse();

    List<String> acts =
        database
            .jdbc
            .sql("select act || ' by ' || actor || ': ' || reason from coordinator.upstream_act")
            .query(String.class)
            .list();
    assertThat(acts).containsExactly("paused by Ann: Maintenance", "released by Ben: It is back");
  }

  @Test
  void tellsARunWhyItWaitsAndWhatEndsIt() {
    var failure = here.pause("provisioner", "Ann", "Migration").failure();

    assertThat(failure.errorCode()).isEqualTo("PROVISIONER_PAUSED");
    assertThat(failure.message()).isEqualTo("provisioner is paused by Ann: Migration");
    assertThat(failure.errorType().passesByItself()).isTrue();
  }

  private PausedUpstreams node() {
    return new PausedUpstreams(database.jdbc, database.transactions, database.clock);
  }
}
