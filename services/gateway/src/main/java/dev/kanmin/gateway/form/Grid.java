package dev.kanmin.gateway.form;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * An answer laid out as tables, as its schema says by {@code x-grid}: groups of rows of cells, and
 * the properties of a cell any of which can make the columns.
 *
 * @param columns what can make them, the first unless another is asked for
 * @param by the one that makes them
 * @param groups one table each
 */
public record Grid(List<Choice> columns, String by, List<Group> groups) {
  private static final String EXTENSION = "x-grid";

  /** Ends the name of a property that says what another one, a code, is called. */
  private static final String LABEL = "Label";

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  /** Rows below one heading, with the same columns as all others. */
  public record Group(String label, List<String> columns, List<Row> rows) {}

  /**
   * A row.
   *
   * @param cells one per column
   */
  public record Row(String label, List<Cell> cells) {}

  /**
   * What stands in one square: entries of lines, mostly one entry or none.
   *
   * @param column that it stands in
   */
  public record Cell(String column, List<List<String>> entries) {}

  /** Whether answers of that schema are laid out so. */
  public static boolean isOf(Schema schema) {
    return schema.node().has(EXTENSION);
  }

  /** What of an answer is told besides the tables. */
  public static Schema rest(Schema schema) {
    JsonNode layout = schema.node().path(EXTENSION);
    return schema
        .without(layout.path("groups").asString(""))
        .without(layout.path("order").asString(""));
  }

  /**
   * Lays it out.
   *
   * @param asked property that makes the columns, if it can
   */
  public static Grid of(Schema schema, JsonNode answer, Optional<String> asked, FormWords words) {
    return new Maker(schema, answer, words).make(asked);
  }

  private static final class Maker {
    private final JsonNode layout;
    private final JsonNode answer;
    private final FormWords words;
    private final Schema group;
    private final Schema row;
    private final Schema cell;

    Maker(Schema schema, JsonNode answer, FormWords words) {
      this.layout = schema.node().path(EXTENSION);
      this.answer = answer;
      this.words = words;
      this.group = inner(schema, "groups");
      this.row = inner(group, "rows");
      this.cell = inner(row, "cells");
    }

    private Schema inner(Schema around, String part) {
      return around.property(name(part)).flatMap(Schema::items).orElseThrow();
    }

    private String name(String part) {
      return layout.path(part).asString("");
    }

    Grid make(Optional<String> asked) {
      List<String> possible = Arrays.asList(name("columns").split(",", -1));
      String by = asked.filter(possible::contains).orElseGet(possible::getFirst);
      Set<String> columns = columns(by, by.equals(possible.getFirst()));
      List<Group> groups = new ArrayList<>();
      for (JsonNode one : answer.path(name("groups"))) {
        List<Row> rows = new ArrayList<>();
        for (JsonNode each : one.path(name("rows"))) {
          rows.add(
              new Row(
                  heading(row, each),
                  columns.stream().map(it -> cell(it, each.path(name("cells")), by)).toList()));
        }
        groups.add(
            new Group(
                heading(group, one), columns.stream().map(it -> label(it, by)).toList(), rows));
      }
      return new Grid(
          possible.stream().map(it -> new Choice(it, name(cell, it))).toList(), by, groups);
    }

    /** What people call a property of a cell: that which shows its label, where there is one. */
    private String name(Schema cell, String property) {
      String shown = cell.property(property + LABEL).isPresent() ? property + LABEL : property;
      return words.label(cell.name(), shown, "");
    }

    /** In the order that the answer gives, if these are the columns it gives one for. */
    private Set<String> columns(String by, boolean isFirst) {
      Set<String> columns = new LinkedHashSet<>();
      if (isFirst) {
        answer.path(name("order")).forEach(it -> columns.add(it.asString("")));
      }
      Set<String> seen = new TreeSet<>();
      for (JsonNode one : answer.path(name("groups"))) {
        for (JsonNode each : one.path(name("rows"))) {
          each.path(name("cells")).forEach(it -> seen.add(it.path(by).asString("")));
        }
      }
      seen.remove("");
      columns.addAll(seen);
      return columns;
    }

    /** What a column is called: cells know, where they have a label beside its code. */
    private String label(String column, String by) {
      for (JsonNode one : answer.path(name("groups"))) {
        for (JsonNode each : one.path(name("rows"))) {
          for (JsonNode it : each.path(name("cells"))) {
            if (it.path(by).asString("").equals(column)) {
              return text(it, by);
            }
          }
        }
      }
      return column;
    }

    private Cell cell(String column, JsonNode cells, String by) {
      List<List<String>> entries = new ArrayList<>();
      for (JsonNode one : cells) {
        if (one.path(by).asString("").equals(column)) {
          entries.add(
              Arrays.stream(name("columns").split(",", -1))
                  .filter(it -> !it.equals(by))
                  .map(it -> text(one, it))
                  .filter(it -> !it.isEmpty())
                  .toList());
        }
      }
      return new Cell(column, entries);
    }

    private static String text(JsonNode cell, String property) {
      return cell.path(property + LABEL).asString(cell.path(property).asString(""));
    }

    /** The first thing that is said of it: a day, a moment on the clock, a name. */
    private String heading(Schema schema, JsonNode value) {
      return schema.properties().entrySet().stream()
          .filter(it -> !it.getValue().isArray())
          .findFirst()
          .map(it -> heading(it.getValue(), value.path(it.getKey()).asString("")))
          .orElse("");
    }

    private String heading(Schema schema, String text) {
      if (schema.format().equals("date")) {
        return words.day(text);
      }
      try {
        return LocalDateTime.parse(text).format(CLOCK);
      } catch (DateTimeParseException name) {
        return text;
      }
    }
  }
}
