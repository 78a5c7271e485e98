package dev.onboarding.agentkit;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.TypeFactory;

/// The fields of a record as they stand on the wire, in snake case; lists and `@Nullable` ones may
/// be absent. What is no record is not looked into.
final class WireFields {

  private static final SnakeCaseStrategy SNAKE_CASE = new SnakeCaseStrategy();
  private static final TypeFactory TYPES = JsonMapper.shared().getTypeFactory();
  private static final int DEEPEST = 8;

  private final List<WireField> fields = new ArrayList<>();

  private WireFields() {}

  static List<WireField> of(Type type) {
    var found = new WireFields();
    found.collect(TYPES.constructType(type), "", 0);
    return List.copyOf(found.fields);
  }

  private void collect(JavaType type, String path, int depth) {
    if (type.isCollectionLikeType()) {
      collect(type.getContentType(), path + "[]", depth);
    } else if (type.getRawClass().isRecord() && depth < DEEPEST) {
      for (RecordComponent component : type.getRawClass().getRecordComponents()) {
        String name = SNAKE_CASE.nameForField(null, null, component.getName());
        String place = path.isEmpty() ? name : path + "." + name;
        JavaType content = TYPES.resolveMemberType(component.getGenericType(), type.getBindings());
        fields.add(new WireField(place, isCountedOn(component, content)));
        collect(content, place, depth + 1);
      }
    }
  }

  /// A list that is left out is read as an empty one.
  private static boolean isCountedOn(RecordComponent component, JavaType content) {
    return !component.getAnnotatedType().isAnnotationPresent(Nullable.class)
        && !content.isContainerType();
  }
}
