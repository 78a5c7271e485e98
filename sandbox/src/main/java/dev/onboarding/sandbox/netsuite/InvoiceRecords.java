package dev.onboarding.sandbox.netsuite;

import dev.onboarding.sandbox.story.InstalmentData;
import dev.onboarding.sandbox.story.InvoiceData;
import dev.onboarding.sandbox.story.Stories;
import dev.onboarding.sandbox.story.Told;
import dev.onboarding.sandbox.wire.Answer;
import dev.onboarding.sandbox.wire.Call;
import dev.onboarding.sandbox.wire.Json;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The invoice record, by internal id or by external id (`eid:INV-1`).
final class InvoiceRecords {

  private static final String TYPE = "application/vnd.oracle.resource+json; type=singular";

  private final SuiteQl suiteQl;
  private final Stories stories;
  private final Clock clock;

  InvoiceRecords(SuiteQl suiteQl, Stories stories, Clock clock) {
    this.suiteQl = suiteQl;
    this.stories = stories;
    this.clock = clock;
  }

  Answer invoice(Call call, String id) {
    boolean external = id.startsWith("eid:");
    if (!external && !id.matches("\\d{1,15}")) {
      throw NetSuiteProblem.noSuchRecord();
    }
    String where =
        external ? "t.externalid = '" + id.substring(4).replace("'", "''") + "'" : "t.id = " + id;
    List<ObjectNode> rows =
        suiteQl.rows(
            "SELECT t.*, t.story AS story, TO_CHAR(t.trandate, 'YYYY-MM-DD') AS dated, TO_CHAR(t.duedate, 'YYYY-MM-DD') AS due, t.entity__df AS entityname, t.status__df AS statusname, t.currency__df AS currencyname, t.approvalstatus__df AS approvalname FROM transaction t WHERE t.type = 'CustInvc' AND "
                + where);
    if (rows.isEmpty()) {
      throw NetSuiteProblem.noSuchRecord();
    }
    return Answer.json(200, record(call, rows.getFirst())).with("Content-Type", TYPE);
  }

  private ObjectNode record(Call call, ObjectNode row) {
    String id = text(row, "id");
    ObjectNode record = Json.object();
    links(record, call.root() + "/services/rest/record/v1/invoice/" + id);
    record
        .put("id", id)
        .put("tranId", text(row, "tranid"))
        .put("externalId", text(row, "externalid"));
    record.put("tranDate", text(row, "dated"));
    if (row.has("due")) {
      record.put("dueDate", text(row, "due"));
    }
    String status = text(row, "statusname").replace("Invoice : ", "");
    record.putObject("status").put("id", status).put("refName", status);
    reference(call, record, "entity", "customer", text(row, "entity"), text(row, "entityname"));
    reference(
        call, record, "currency", "currency", text(row, "currency"), text(row, "currencyname"));
    record
        .putObject("approvalStatus")
        .put("id", text(row, "approvalstatus"))
        .put("refName", text(row, "approvalname"));
    if (row.has("exchangerate")) {
      record.put("exchangeRate", number(row, "exchangerate"));
    }
    amounts(record, row, id);
    for (String field : List.of("opportunity", "contract", "account")) {
      String name = "custbody_sf_" + field + "_id";
      if (row.has(name)) {
        record.put(name, text(row, name));
      }
    }
    instalments(call, record, row, id);
    return record;
  }

  private void amounts(ObjectNode record, ObjectNode row, String id) {
    BigDecimal tax = sum(id, "taxline = 'T'").negate();
    record
        .put("subtotal", sum(id, "itemtype = 'Service'").negate())
        .put("discountTotal", sum(id, "itemtype = 'Discount'").negate())
        .put("taxTotal", tax)
        .put("total", number(row, "foreigntotal"))
        .put("amountPaid", number(row, "foreignamountpaid"))
        .put("amountRemaining", number(row, "foreignamountunpaid"))
        .put("amountRemainingTotalBox", number(row, "foreignamountunpaid"))
        .put("isBaseCurrency", text(row, "currency").equals("1"))
        .put("voided", text(row, "voided").equals("T"))
        .put("email", row.path("email").asString(""));
  }

  private BigDecimal sum(String id, String lines) {
    List<ObjectNode> rows =
        suiteQl.rows(
            "SELECT SUM(foreignamount) AS amount FROM transactionline WHERE transaction = "
                + id
                + " AND "
                + lines);
    return rows.getFirst().has("amount") ? number(rows.getFirst(), "amount") : BigDecimal.ZERO;
  }

  private void instalments(Call call, ObjectNode record, ObjectNode row, String id) {
    Told told = stories.find(text(row, "story")).orElseThrow(NetSuiteProblem::noSuchRecord);
    InvoiceData invoice =
        told.story().invoices().get((int) (Long.parseLong(id) - told.transactionId(0)));
    ObjectNode list = record.putObject("installment");
    links(list, call.root() + "/services/rest/record/v1/invoice/" + id + "/installment");
    if (!"true".equals(call.parameter("expandSubResources"))) {
      return;
    }
    ArrayNode items = list.putArray("items");
    for (InstalmentData instalment : invoice.instalments()) {
      BigDecimal amount = instalment.amount().of(number(row, "foreigntotal"));
      BigDecimal paid = instalment.paid().of(amount);
      items
          .addObject()
          .put("seqNum", items.size())
          .put("dueDate", instalment.due().date(clock).toString())
          .put("amount", amount)
          .put("due", amount.subtract(paid))
          .put("status", paid.compareTo(amount) >= 0 ? "Paid" : "Unpaid");
    }
    list.put("totalResults", items.size());
  }

  private static void reference(
      Call call, ObjectNode record, String field, String type, String id, String name) {
    ObjectNode reference = record.putObject(field);
    links(reference, call.root() + "/services/rest/record/v1/" + type + "/" + id);
    reference.put("id", id).put("refName", name);
  }

  private static void links(ObjectNode node, String href) {
    node.putArray("links").addObject().put("rel", "self").put("href", href);
  }

  private static String text(ObjectNode row, String column) {
    return row.path(column).asString("");
  }

  private static BigDecimal number(ObjectNode row, String column) {
    return new BigDecimal(row.path(column).asString("0"));
  }
}
