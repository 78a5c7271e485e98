package dev.onboarding.coordinator.establish;

import dev.onboarding.coordinator.establish.CrmSnapshot.Opportunity;
import dev.onboarding.edge.EdgeJson;
import dev.onboarding.model.finding.Evidence;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Snapshots as the CRM's server puts them on the wire.
final class Snapshots {

  static final String ACCOUNT = "001000000000001AAA";
  static final LocalDate DAY = LocalDate.EPOCH.plusDays(20_000);
  static final Evidence READ =
      new Evidence(
          "salesforce",
          "Account",
          "salesforce_get_onboarding_snapshot",
          "call-1",
          Instant.EPOCH,
          "0123");

  private static final String SOUND =
      """
      {"looked_up": "ACME-001", "accounts_matching": 1, "something_new": {"ignored": true},
       "account": {"id": "001000000000001AAA", "name": "Acme", "external_key": "ACME-001",
         "is_deleted": false, "billing_country": "US", "industry": "Software",
         "owner_id": "005000000000001AAA", "currency": "USD",
         "time_zone": "America/New_York", "last_modified": "2026-01-01T00:00:00Z"},
       "owner": {"id": "005000000000001AAA", "name": "Olga", "email": "olga@example.com",
         "is_active": true, "profile_id": "00e000000000001AAA", "title": "AE",
         "department": "Sales", "manager_id": "005000000000002AAA"},
       "opportunities": [{"id": "006000000000001AAA", "account_id": "001000000000001AAA",
         "name": "Acme Enterprise", "stage_name": "Closed Won", "is_won": true,
         "is_closed": true, "is_deleted": false, "amount": 120000.00, "currency": "USD",
         "close_date": "2024-10-04", "contract_id": "800000000000001AAA", "tier": "Enterprise"}],
       "contracts": [{"id": "800000000000001AAA", "account_id": "001000000000001AAA",
         "contract_number": "C-1", "status_code": "Activated", "status": "Active",
         "envelope_id": "env-1",
         "start_date": "2024-10-04", "end_date": "2025-10-04", "is_deleted": false}]}
      """;

  private Snapshots() {}

  static ObjectNode wire() {
    return (ObjectNode) EdgeJson.mapper().readTree(SOUND);
  }

  static ObjectNode part(ObjectNode wire, String name) {
    return (ObjectNode) wire.get(name);
  }

  static ObjectNode first(ObjectNode wire, String list) {
    return (ObjectNode) wire.get(list).get(0);
  }

  static CrmSnapshot read(ObjectNode wire) {
    return EdgeJson.mapper().treeToValue(wire, CrmSnapshot.class);
  }

  static CrmFindings established(ObjectNode wire) {
    return established(wire, null);
  }

  static CrmFindings established(ObjectNode wire, @Nullable String trigger) {
    return CrmEstablishment.establish(read(wire), READ, trigger, DAY);
  }

  static Opportunity won(String id, LocalDate closed) {
    return deal(id, true, true, closed);
  }

  static Opportunity open(String id, LocalDate closes) {
    return deal(id, false, false, closes);
  }

  static Opportunity lost(String id, LocalDate closed) {
    return deal(id, false, true, closed);
  }

  static Opportunity deleted(String id) {
    return new Opportunity(
        id, ACCOUNT, "Deal", null, null, true, true, true, null, null, DAY, null, null, null);
  }

  static List<Opportunity> deals(Opportunity... deals) {
    return List.of(deals);
  }

  private static Opportunity deal(String id, boolean won, boolean closed, LocalDate day) {
    return new Opportunity(
        id,
        ACCOUNT,
        "Deal " + id,
        "Stage",
        "New",
        won,
        closed,
        false,
        BigDecimal.TEN,
        "USD",
        day,
        null,
        null,
        null);
  }
}
