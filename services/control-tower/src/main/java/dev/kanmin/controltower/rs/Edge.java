package dev.kanmin.controltower.rs;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.OptionalInt;

/**
 * What leads to what, of form 3-2. A general graph: it can have several roots, and circles.
 *
 * @param connection how one leads to the other (後続アウトカムへのつながり)
 * @param noStagesBecause why no staged outcome can be set
 */
@Schema(name = "RsEdge")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Edge(Node from, Node to, String connection, String noStagesBecause) {

  /**
   * An activity, output or outcome.
   *
   * @param level アクティビティ, アウトプット, 短期アウトカム …
   */
  @Schema(name = "RsNode")
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Node(String number, String level, String text) {
    boolean isThere() {
      return !number.isEmpty() || !text.isEmpty();
    }
  }

  /** The edges of a programme's rows; a row without a second end is a node that leads nowhere. */
  static List<Edge> of(RsTable table) {
    Ends from = new Ends(table, "派生元");
    Ends to = new Ends(table, "派生先");
    OptionalInt connection = table.column(it -> it.contains("つながり"));
    OptionalInt because = table.column(it -> it.contains("理由"));
    return table.rows().stream()
        .map(row -> new Edge(from.of(row), to.of(row), text(row, connection), text(row, because)))
        .filter(edge -> edge.from().isThere() || edge.to().isThere())
        .toList();
  }

  private record Ends(OptionalInt number, OptionalInt level, OptionalInt text) {
    Ends(RsTable table, String end) {
      this(
          table.column(it -> it.contains(end) && it.contains("番号")),
          table.column(it -> it.contains(end) && it.contains("種別")),
          table.column(it -> it.contains(end) && !it.contains("番号") && !it.contains("種別")));
    }

    Node of(List<String> row) {
      return new Node(Edge.text(row, number), Edge.text(row, level), Edge.text(row, text));
    }
  }

  private static String text(List<String> row, OptionalInt column) {
    return column.isPresent() ? row.get(column.getAsInt()).strip() : "";
  }
}
