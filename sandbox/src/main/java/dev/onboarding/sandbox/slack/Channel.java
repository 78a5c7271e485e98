package dev.onboarding.sandbox.slack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/// A channel and its last messages, oldest first.
final class Channel {

  private static final int MOST = 10_000;

  private final String id;
  private final String name;
  private final List<ObjectNode> messages = new ArrayList<>();

  Channel(int number, String name) {
    this.id = String.format(Locale.ROOT, "C05SANDBX%02d", number);
    this.name = name;
  }

  String id() {
    return id;
  }

  String name() {
    return name;
  }

  /// A post may name the channel; everything else needs its id.
  boolean isCalled(String reference) {
    return reference.equals(id) || reference.replaceFirst("^#", "").equals(name);
  }

  synchronized void add(ObjectNode message) {
    messages.add(message);
    if (messages.size() > MOST) {
      messages.removeFirst();
    }
  }

  synchronized List<ObjectNode> newestFirst() {
    var copy = new ArrayList<>(messages);
    Collections.reverse(copy);
    return copy;
  }

  synchronized void clear() {
    messages.clear();
  }
}
