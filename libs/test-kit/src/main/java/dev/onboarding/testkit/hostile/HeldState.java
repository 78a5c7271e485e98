package dev.onboarding.testkit.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/// How many objects of the protocol, of ours and of the web server's sessions this process holds
/// after everything that nobody reaches has been collected. What grows by as much as was begun, is
/// held for those who began it.
///
/// @param instances by class
public record HeldState(Map<String, Long> instances) {

  /// A line of the histogram: number, instances, bytes, class.
  private static final Pattern LINE = Pattern.compile("\\s*\\d+:\\s+(\\d+)\\s+\\d+\\s+(\\S+).*");

  private static final Pattern HELD =
      Pattern.compile(
          "(io\\.modelcontextprotocol|dev\\.onboarding|org\\.apache\\.catalina\\.session"
              + "|org\\.springframework\\.ai|reactor)\\..*");

  public HeldState {
    instances = Map.copyOf(instances);
  }

  public static HeldState now() {
    Map<String, Long> counted = new TreeMap<>();
    histogram()
        .lines()
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .filter(line -> HELD.matcher(line.group(2)).matches())
        .forEach(line -> counted.put(line.group(2), Long.parseLong(line.group(1))));
    return new HeldState(counted);
  }

  /// @param allowance how many more of one class may be there for other reasons; far less than was
  ///   begun in between
  public void assertNoMoreThan(HeldState before, long allowance) {
    assertThat(before.instances()).as("what is held at all").isNotEmpty();
    instances.forEach((type, count) ->
        assertThat(count - before.instances().getOrDefault(type, 0L))
            .as("more of %s than before", type)
            .isLessThanOrEqualTo(allowance));
  }

  private static String histogram() {
    try {
      return (String)
          ManagementFactory.getPlatformMBeanServer()
              .invoke(
                  new ObjectName("com.sun.management:type=DiagnosticCommand"),
                  "gcClassHistogram",
                  new Object[] {new String[0]},
                  new String[] {String[].class.getName()});
    } catch (JMException e) {
      throw new IllegalStateException(e);
    }
  }
}
