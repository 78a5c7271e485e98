package dev.onboarding.sandbox.salesforce;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A path such as `Owner.Email`, looked up: the references to follow and the field at its end.
record FieldPath(List<SField> references, SField field) {

  /// @throws SalesforceProblem INVALID_FIELD
  static FieldPath of(SObject from, String path) {
    String[] parts = path.split("\\.", -1);
    int first =
        parts.length > 1
                && parts[0].equalsIgnoreCase(from.name())
                && from.relationship(parts[0]).isEmpty()
            ? 1
            : 0;
    var references = new ArrayList<SField>();
    SObject at = from;
    for (int i = first; i < parts.length - 1; i++) {
      SField reference = at.relationship(parts[i]).orElseThrow(() -> noRelation(path));
      references.add(reference);
      at = target(reference);
    }
    SObject last = at;
    String name = parts[parts.length - 1];
    return new FieldPath(
        List.copyOf(references),
        last.field(name).orElseThrow(() -> SalesforceProblem.invalidField(last, name)));
  }

  static SObject target(SField reference) {
    return SObject.named(String.valueOf(reference.target())).orElseThrow();
  }

  /// The value at the end of the path; null where a reference leads nowhere.
  @Nullable Object value(Row row, Org org) {
    Row at = row;
    for (SField reference : references) {
      Optional<Row> following = follow(at, reference, org);
      if (following.isEmpty()) {
        return null;
      }
      at = following.get();
    }
    return at.value(field.name());
  }

  static Optional<Row> follow(Row row, SField reference, Org org) {
    return row.value(reference.name()) instanceof String id
        ? org.row(target(reference), id)
        : Optional.empty();
  }

  private static SalesforceProblem noRelation(String path) {
    return new SalesforceProblem(
        400,
        "INVALID_FIELD",
        "Didn't understand relationship '%s' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names."
            .formatted(path.substring(0, path.lastIndexOf('.'))));
  }
}
