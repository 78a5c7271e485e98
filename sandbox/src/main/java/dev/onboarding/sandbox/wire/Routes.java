package dev.onboarding.sandbox.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which code answers which path; the first route that fits wins.
public final class Routes {

  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

  private final List<Route> routes = new ArrayList<>();

  /// Answers one call; `path` holds the decoded variables of the route.
  @FunctionalInterface
  public interface Handler {
    Answer answer(Call call, Map<String, String> path);
  }

  private record Route(
      String method, String template, Pattern path, List<String> names, Handler handler) {}

  /// @param template a path with variables, for example `/sobjects/{type}/{id}`
  public Routes on(String method, String template, Handler handler) {
    var names = new ArrayList<String>();
    Matcher variables = VARIABLE.matcher(template);
    while (variables.find()) {
      names.add(variables.group(1));
    }
    String regex = VARIABLE.matcher(template).replaceAll("([^/]+)") + "/?";
    routes.add(new Route(method, template, Pattern.compile(regex), names, handler));
    return this;
  }

  /// Empty when no route has this method and path.
  public Optional<Answer> answer(Call call) {
    for (Route route : routes) {
      Matcher matcher = route.path().matcher(call.path());
      if (route.method().equals(call.method()) && matcher.matches()) {
        return Optional.of(route.handler().answer(call, variables(route, matcher)));
      }
    }
    return Optional.empty();
  }

  /// Method and path with its variables named; empty when no route has it.
  public Optional<String> operation(Call call) {
    return routes.stream()
        .filter(route -> route.method().equals(call.method()))
        .filter(route -> route.path().matcher(call.path()).matches())
        .map(route -> route.method() + " " + route.template())
        .findFirst();
  }

  public boolean knowsPath(Call call) {
    return routes.stream().anyMatch(route -> route.path().matcher(call.path()).matches());
  }

  private static Map<String, String> variables(Route route, Matcher matcher) {
    var variables = new LinkedHashMap<String, String>();
    for (int i = 0; i < route.names().size(); i++) {
      variables.put(route.names().get(i), Call.decoded(matcher.group(i + 1)));
    }
    return variables;
  }
}
