package dev.onboarding.coordinator.ledger;

import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Where contents hold what an erasure takes, by the names that the JSON has. A content without
/// these has the same digest before and after an erasure.
///
/// The list is that of form 1 and is never changed, or older records could not be checked: another
/// list is another form.
public final class PersonalPaths {

  private static final Map<String, List<String>> OF_FINDINGS =
      Map.of(
          "account", List.of("name", "sentence"),
          "opportunity", List.of("name", "choice", "sentence"),
          "owner", List.of("name", "email", "title", "department", "sentence"),
          "contract", List.of("signatory_name", "signatory_email", "choice", "sentence"),
          "invoice",
              List.of("elsewhere_customer", "customer_name", "billing_email", "choice", "sentence"),
          "link", List.of("left", "right", "sentence"));

  private static final Set<String> TEXTS =
      Set.of("because", "message", "resolution", "says", "remedy", "reason");

  private PersonalPaths() {}

  /// The names of a domain's findings.
  public static List<String> ofFindings(String domain) {
    return OF_FINDINGS.getOrDefault(domain, List.of());
  }

  /// Whether a field of that name may hold what an erasure takes.
  public static boolean mayBePersonal(String field) {
    return TEXTS.contains(field)
        || OF_FINDINGS.values().stream().anyMatch(names -> names.contains(field));
  }

  static JsonNode without(EntryKind kind, JsonNode content) {
    var copy = content.deepCopy();
    switch (kind) {
      case DECISION -> {
        copy.path("assessments")
            .properties()
            .forEach(each -> strip(each.getKey(), each.getValue()));
        copy.at("/decision/fired").forEach(row -> remove(row, "says", "owner", "remedy"));
      }
      case APPROVAL, ACT -> remove(copy, "reason");
      case STEP, FORGOTTEN -> {}
    }
    return copy;
  }

  private static void strip(String domain, JsonNode assessment) {
    remove(assessment, "because");
    remove(assessment.path("failure"), "message", "resolution");
    var names = ofFindings(domain).toArray(String[]::new);
    assessment.path("findings").forEach(finding -> remove(finding, names));
  }

  private static void remove(JsonNode node, String... names) {
    if (node instanceof ObjectNode object) {
      object.remove(List.of(names));
    }
  }

  /// The part of a content that outlives an erasure, by its digest.
  public static String keptDigest(EntryKind kind, JsonNode content) {
    return Digests.ofJson(without(kind, content));
  }
}
