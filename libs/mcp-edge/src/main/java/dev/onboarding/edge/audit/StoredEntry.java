package dev.onboarding.edge.audit;

import dev.onboarding.edge.EdgeJson;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One entry of a chain as it stands in the database or in a file.
///
/// @param content everything but how it hangs in the chain, without what is absent
/// @param digest of the content, as it is claimed
/// @param arguments digest of the arguments, sealed when the content says so
/// @param previous hash of the entry before
/// @param hash of this entry, as it is claimed
public record StoredEntry(
    long number,
    ObjectNode content,
    String digest,
    String arguments,
    String previous,
    String hash) {

  /// How a reader selects one from `audit.entries e`.
  public static final String SELECTED = "to_jsonb(e)::text";

  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");
  private static final String NUMBER = "number";
  private static final List<String> LINKS =
      List.of("digest", "arguments_digest", "previous", "hash");
  private static final Set<String> NO_CONTENT = Set.of(NUMBER, "resolved");

  /// @param json the row as JSON, or what [#json(String)] gave
  public static StoredEntry read(String json) {
    var row = (ObjectNode) EdgeJson.mapper().readTree(json);
    var content = row.objectNode();
    for (var field : row.properties()) {
      if (!field.getValue().isNull()
          && !LINKS.contains(field.getKey())
          && !NO_CONTENT.contains(field.getKey())) {
        content.set(field.getKey(), field.getValue());
      }
    }
    // PostgreSQL writes it in the zone of the session.
    content.put("at", OffsetDateTime.parse(text(content, "at")).toInstant().toString());
    return new StoredEntry(
        row.path(NUMBER).asLong(),
        content,
        hex(row.path(LINKS.get(0))),
        hex(row.path(LINKS.get(1))),
        hex(row.path(LINKS.get(2))),
        hex(row.path(LINKS.get(3))));
  }

  /// @throws IllegalArgumentException when it is none
  private static String hex(JsonNode value) {
    String text = value.asString("");
    String hex = text.startsWith("\\x") ? text.substring(2) : text;
    if (!HEX.matcher(hex).matches()) {
      throw new IllegalArgumentException("'%s' is no digest of an entry".formatted(text));
    }
    return hex;
  }

  public String server() {
    return text("server");
  }

  public String kind() {
    return text("kind");
  }

  public String call() {
    return text("call");
  }

  /// A field of the content; empty when it is absent.
  public String text(String field) {
    return text(content, field);
  }

  private static String text(JsonNode content, String field) {
    JsonNode value = content.path(field);
    return value.isMissingNode() ? "" : value.isValueNode() ? value.asString() : value.toString();
  }

  /// What its content really gives.
  public String contentDigest() {
    return ChainHash.content(content.toString());
  }

  /// What hash it should have where it stands.
  public String hashFrom(String before) {
    return ChainHash.next(before, number, digest, arguments);
  }

  /// All of it as one flat object, digests in hexadecimal.
  ///
  /// @param resolved what became of a call whose outcome was not known; null for none
  public ObjectNode json(@Nullable String resolved) {
    var json = content.objectNode();
    json.put("server", server());
    json.put(NUMBER, number);
    json.setAll(content);
    if (resolved != null) {
      json.put("resolved", resolved);
    }
    json.put(LINKS.get(0), digest);
    json.put(LINKS.get(1), arguments);
    json.put(LINKS.get(2), previous);
    json.put(LINKS.get(3), hash);
    return json;
  }
}
