package dev.onboarding.coordinator.api;

import dev.onboarding.coordinator.operation.NodeDrain;
import dev.onboarding.edge.EdgeProperties;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/api/node`: how this one node stands, and its way out of service and back.
@RestController
@RequestMapping("/api/node")
final class NodeController {

  private final EdgeProperties server;
  private final NodeDrain drain;
  private final String name;

  /// @param name by which the scheduler's rows know this node
  NodeController(EdgeProperties server, NodeDrain drain, String name) {
    this.server = server;
    this.drain = drain;
    this.name = name;
  }

  /// @param inHand executions that it carries on now
  /// @param since when it was drained
  record Node(String name, String version, boolean draining, int inHand, @Nullable Instant since) {}

  @GetMapping
  Node read() {
    return node(drain.standing());
  }

  @PostMapping("/drain")
  Node drain() {
    return node(drain.drain());
  }

  @PostMapping("/undrain")
  Node undrain() {
    return node(drain.undrain());
  }

  private Node node(NodeDrain.Standing standing) {
    return new Node(
        name, server.version(), standing.draining(), standing.inHand(), standing.since());
  }
}
