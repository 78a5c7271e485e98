package dev.onboarding.netsuite.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class InvoiceIdentityTests {

  @Test
  void hasDefaults() {
    InvoiceIdentity identity =
        new Binder(new MapConfigurationPropertySource(Map.of()))
            .bindOrCreate("netsuite.identity", InvoiceIdentity.class);

    assertThat(identity)
        .isEqualTo(
            new InvoiceIdentity(
                "externalid",
                InvoiceIdentity.Value.EXTERNAL_KEY,
                "custbody_sf_opportunity_id",
                "custbody_sf_contract_id",
                "custbody_sf_account_id",
                "USD"));
  }

  @Test
  void bindsEveryKey() {
    assertThat(
            bound(
                Map.of(
                    "netsuite.identity.customer-field", "custentity_crm",
                    "netsuite.identity.value", "account-id",
                    "netsuite.identity.opportunity-field", "custbody_o",
                    "netsuite.identity.contract-field", "custbody_c",
                    "netsuite.identity.account-field", "custbody_a",
                    "netsuite.identity.base-currency", "EUR")))
        .isEqualTo(
            new InvoiceIdentity(
                "custentity_crm",
                InvoiceIdentity.Value.ACCOUNT_ID,
                "custbody_o",
                "custbody_c",
                "custbody_a",
                "EUR"));
  }

  @Test
  void refusesAFieldThatIsNoName() {
    assertThatThrownBy(() -> bound(Map.of("netsuite.identity.customer-field", "id) OR (1=1")))
        .hasRootCauseInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesABaseCurrencyThatIsNone() {
    assertThatThrownBy(() -> bound(Map.of("netsuite.identity.base-currency", "Dollar")))
        .hasRootCauseInstanceOf(IllegalArgumentException.class);
    assertThat(bound(Map.of("netsuite.identity.base-currency", "")).baseCurrency()).isEmpty();
  }

  private static InvoiceIdentity bound(Map<String, String> values) {
    return new Binder(new MapConfigurationPropertySource(values))
        .bind("netsuite.identity", InvoiceIdentity.class)
        .get();
  }
}
