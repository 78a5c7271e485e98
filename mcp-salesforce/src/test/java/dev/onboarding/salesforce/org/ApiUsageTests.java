package dev.onboarding.salesforce.org;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.connector.UpstreamResponse;
import dev.onboarding.connector.quota.Usage;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiUsageTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api-usage=10018/100000",
        "api-usage=10018/100000; api-bursts=1/750",
        "api-usage=10018/100000; per-app-api-usage=17/250(appName=x)",
        "per-app-api-usage=17/250(appName=x); api-usage=10018/100000"
      })
  void isThatOfAllIntegrationsOfTheOrg(String header) {
    assertThat(ApiUsage.of(answering(Map.of("sforce-limit-info", header))))
        .contains(new Usage(10_018, 100_000));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "api-usage", "api-usage=1", "per-app-api-usage=17/250(appName=x)"})
  void isUnknownWhereItIsNotNamed(String header) {
    assertThat(ApiUsage.of(answering(Map.of("sforce-limit-info", header)))).isEmpty();
  }

  @Test
  void isUnknownWithoutTheHeader() {
    assertThat(ApiUsage.of(answering(Map.of()))).isEmpty();
  }

  private static UpstreamResponse answering(Map<String, String> headers) {
    return new UpstreamResponse(200, headers, new byte[0]);
  }
}
