package dev.onboarding.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CalendarContractTests {

  /// A clock that stands until it is moved.
  private static final class HandClock extends Clock {

    private volatile Instant now;

    private HandClock(Instant now) {
      this.now = now;
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @Test
  void movesTheDatesOfEveryStoryWithTheCalendar() throws IOException {
    var clock = new HandClock(Instant.parse("2026-03-01T23:59:00Z"));
    try (var sandbox = Sandbox.start(clock, 0, 0)) {
      var wire = new Wire(sandbox);
      JsonNode before = deal(wire);

      clock.now = clock.now.plus(Duration.ofMinutes(2));
      JsonNode after = deal(wire);

      assertThat(before.path("CloseDate").asString()).isEqualTo("2026-02-09");
      assertThat(after.path("CloseDate").asString()).isEqualTo("2026-02-10");
      assertThat(after.path("SystemModstamp")).isEqualTo(before.path("SystemModstamp"));
    }
  }

  @Test
  void endsASessionWhenItsTimeIsUp() throws IOException {
    var clock = new HandClock(Instant.parse("2026-03-01T10:00:00Z"));
    try (var sandbox = Sandbox.start(clock, 0, 0)) {
      var wire = new Wire(sandbox);
      String bearer = bearer(wire);

      clock.now = clock.now.plus(Duration.ofHours(3));

      assertThat(
              wire.get("/salesforce/services/data/v66.0/limits", "Authorization", bearer).status())
          .isEqualTo(401);
    }
  }

  private static JsonNode deal(Wire wire) throws IOException {
    String soql =
        "SELECT CloseDate, SystemModstamp FROM Opportunity WHERE Account.External_Key__c = 'ACME-001'";
    return wire.get(
            "/salesforce/services/data/v66.0/query?q=" + Wire.encoded(soql),
            "Authorization",
            bearer(wire))
        .json()
        .path("records")
        .path(0);
  }

  private static String bearer(Wire wire) throws IOException {
    return "Bearer "
        + wire.form(
                "/salesforce/services/oauth2/token",
                "grant_type=client_credentials&client_id=sandbox-salesforce&client_secret=sandbox-salesforce-secret")
            .json()
            .path("access_token")
            .asString();
  }
}
