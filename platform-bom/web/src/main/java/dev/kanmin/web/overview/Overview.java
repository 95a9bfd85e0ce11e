package dev.kanmin.web.overview;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import dev.kanmin.codes.Coded;
import dev.kanmin.codes.Decimal;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a service has to say on a page of its own, in the reader's language. A read without
 * variables in its path that answers with one has a page at the gateway, which knows nothing else
 * of it; its parameters are what the page can be narrowed by.
 *
 * @param day as of which it is
 */
@Schema(name = "Overview")
public record Overview(
    String title,
    String lead,
    LocalDate day,
    @JsonSetter(nulls = AS_EMPTY) List<Section> sections) {

  /**
   * A table, which may be drawn besides.
   *
   * @param code unique on the page
   * @param note what has to be known to read it right
   */
  @Schema(name = "OverviewSection")
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Section(
      String code,
      String heading,
      String lead,
      Shape shape,
      @JsonSetter(nulls = AS_EMPTY) List<Column> columns,
      @JsonSetter(nulls = AS_EMPTY) List<Row> rows,
      Optional<String> note) {

    /** A table that is not drawn. */
    public static Section table(
        String code, String heading, String lead, List<Column> columns, List<Row> rows) {
      return new Section(code, heading, lead, Shape.TABLE, columns, rows, Optional.empty());
    }

    /** The same, drawn so. */
    public Section drawn(Shape other) {
      return new Section(code, heading, lead, other, columns, rows, note);
    }

    /** The same with a note. */
    public Section noting(String text) {
      return new Section(code, heading, lead, shape, columns, rows, Optional.of(text));
    }
  }

  /** How a table is drawn: not at all, along time, by words, or as a plan over time. */
  public enum Shape implements Coded {
    TABLE,
    COLUMNS,
    BARS,
    TIMELINE
  }

  /**
   * A column.
   *
   * @param figures whether numbers stand in it
   */
  @Schema(name = "OverviewColumn")
  public record Column(String label, boolean figures) {
    public static Column words(String label) {
      return new Column(label, false);
    }

    public static Column figures(String label) {
      return new Column(label, true);
    }
  }

  /**
   * A row.
   *
   * @param cells one for each column; the first says what the row is about
   * @param value that is drawn where the shape is columns or bars
   * @param span that is drawn where it is a timeline
   */
  @Schema(name = "OverviewRow")
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Row(
      @JsonSetter(nulls = AS_EMPTY) List<Cell> cells,
      Optional<Decimal> value,
      Optional<Span> span) {
    public static Row of(Cell... cells) {
      return new Row(List.of(cells), Optional.empty(), Optional.empty());
    }

    /** The same with what is drawn of it. */
    public Row worth(Decimal drawn) {
      return new Row(cells, Optional.of(drawn), span);
    }

    /** The same with when it is. */
    public Row during(Span when) {
      return new Row(cells, value, Optional.of(when));
    }
  }

  /**
   * A cell.
   *
   * @param text empty for nothing
   * @param subject id of the record that it names
   * @param tone how good that is; the text says it, too
   */
  @Schema(name = "OverviewCell")
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Cell(@JsonInclude String text, Optional<String> subject, Optional<Tone> tone) {
    public static final Cell NOTHING = of("");

    public static Cell of(String text) {
      return new Cell(text, Optional.empty(), Optional.empty());
    }

    public static Cell to(String subject, String text) {
      return new Cell(text, Optional.of(subject), Optional.empty());
    }

    public static Cell toned(Tone tone, String text) {
      return new Cell(text, Optional.empty(), Optional.of(tone));
    }
  }

  /** How good something is. */
  public enum Tone implements Coded {
    GOOD,
    WARNING,
    BAD,
    PLAIN
  }

  /**
   * When something is done.
   *
   * @param id that others name as what they come after
   * @param from absent where only the end is known
   * @param to absent where it has no end
   * @param later the end that is feared or asked for, where it is later
   * @param after ids of what must be finished before
   * @param state in a word, at the end of its bar
   */
  @Schema(name = "OverviewSpan")
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Span(
      String id,
      Optional<LocalDate> from,
      Optional<LocalDate> to,
      Optional<LocalDate> later,
      @JsonSetter(nulls = AS_EMPTY) List<Mark> marks,
      @JsonSetter(nulls = AS_EMPTY) List<String> after,
      String state,
      Tone tone) {}

  /** A day that matters, and whether what was to be by then is. */
  @Schema(name = "OverviewMark")
  public record Mark(LocalDate day, String name, boolean reached) {}
}
