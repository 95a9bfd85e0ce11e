package dev.kanmin.testkit.contract;

import dev.kanmin.events.inbox.PolicyDeclaration;
import dev.kanmin.events.inbox.PolicyDeclaration.CardsOf;
import dev.kanmin.events.inbox.PolicyDeclaration.Caused;
import dev.kanmin.events.wire.EventTypes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which policy can set off which. */
final class PolicyGraph {
  private final List<Node> nodes = new ArrayList<>();

  private record Node(String service, PolicyDeclaration policy) {
    Optional<Caused> setsOff(Node other) {
      return policy.causes().stream().filter(other::hears).findFirst();
    }

    /** A card is told with every event of its subject. */
    private boolean hears(Caused event) {
      return policy.hears().contains(event.type())
          || policy
              .hearsCardsOf()
              .contains(new CardsOf(EventTypes.service(event.type()), event.kind()));
    }

    @Override
    public String toString() {
      return policy.name() + " of " + service;
    }
  }

  void add(String service, PolicyDeclaration policy) {
    nodes.add(new Node(service, policy));
  }

  /** One circle, a line for each step; none if there is none. */
  List<String> cycle() {
    Set<Node> ended = new HashSet<>();
    for (Node node : nodes) {
      List<Node> circle = follow(node, new ArrayList<>(), ended);
      if (!circle.isEmpty()) {
        return told(circle);
      }
    }
    return List.of();
  }

  private List<Node> follow(Node node, List<Node> path, Set<Node> ended) {
    int met = path.indexOf(node);
    if (met >= 0) {
      return List.copyOf(path.subList(met, path.size()));
    }
    if (ended.contains(node)) {
      return List.of();
    }
    path.addLast(node);
    for (Node next : nodes) {
      if (node.setsOff(next).isPresent()) {
        List<Node> circle = follow(next, path, ended);
        if (!circle.isEmpty()) {
          return circle;
        }
      }
    }
    path.removeLast();
    ended.add(node);
    return List.of();
  }

  private static List<String> told(List<Node> circle) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < circle.size(); i++) {
      Node node = circle.get(i);
      Node next = circle.get((i + 1) % circle.size());
      lines.add(
          "%s causes %s, which %s hears"
              .formatted(node, node.setsOff(next).map(Caused::type).orElseThrow(), next));
    }
    return lines;
  }
}
