package dev.kanmin.controltower.rs;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The effect path (効果発現経路) of a programme, as it is read from its two forms.
 *
 * @param nodes of the graph, in the order in which they are named
 */
@Schema(name = "EffectPath")
public record EffectPath(List<Edge.Node> nodes, List<Edge> edges, List<Series> series) {

  public static EffectPath of(RsTable targets, RsTable links) {
    List<Edge> edges = Edge.of(links);
    Set<Edge.Node> nodes = new LinkedHashSet<>();
    edges.stream()
        .flatMap(edge -> Stream.of(edge.from(), edge.to()))
        .filter(Edge.Node::isThere)
        .forEach(nodes::add);
    return new EffectPath(List.copyOf(nodes), edges, Series.of(targets));
  }
}
