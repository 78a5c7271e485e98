package dev.onboarding.testkit.hostile;

import java.util.Arrays;
import java.util.List;

/// One hostile request and the answers that are right.
///
/// @param request as it goes over the wire; what follows it may be refused before it is sent
/// @param statuses which of them is right; 0 stands for a connection that was closed
/// @param says what the body contains, empty for anything
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Attack(String name, byte[] request, List<Integer> statuses, String says) {

  /// What no answer contains: the inside of the server.
  static final List<String> INSIDE =
      List.of(
          "Exception",
          "java.",
          "\tat ",
          "dev.onboarding.",
          "jackson",
          "springframework",
          "Tomcat",
          "postgres",
          "SQL",
          "stackTrace",
          Attacks.SECRET);

  static Attack of(String name, byte[] request, Integer... statuses) {
    return new Attack(name, request, Arrays.asList(statuses), "");
  }

  Attack saying(String words) {
    return new Attack(name, request, statuses, words);
  }

  @Override
  public String toString() {
    return name;
  }
}
