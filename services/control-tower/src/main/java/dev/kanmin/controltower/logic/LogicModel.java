package dev.kanmin.controltower.logic;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.Coded;
import dev.kanmin.controltower.rs.Programme;
import dev.kanmin.controltower.rs.RsTable;
import java.util.Optional;

/**
 * The logic model of a programme: its rows of the RS system's forms as they stand there, so that
 * nothing is lost when they are written again.
 *
 * @param targets form 3-1
 * @param links form 3-2
 */
record LogicModel(
    Optional<AgencyCode> owner, Optional<Programme> programme, RsTable targets, RsTable links) {
  static final LogicModel NONE =
      new LogicModel(Optional.empty(), Optional.empty(), RsTable.EMPTY, RsTable.EMPTY);

  /** Labels stand in the code list {@code logic-model-states}. */
  enum LogicModelState implements Coded {
    /** One of the two forms is missing. */
    INCOMPLETE,
    COMPLETE
  }

  /** One of the two forms. */
  enum Form {
    TARGETS("3-1"),
    LINKS("3-2");

    private final String number;

    Form(String number) {
      this.number = number;
    }

    /** As the RS system numbers it. */
    @JsonValue
    String number() {
      return number;
    }
  }

  Programme known() {
    return programme.orElseThrow();
  }

  LogicModelState state() {
    return targets.rows().isEmpty() || links.rows().isEmpty()
        ? LogicModelState.INCOMPLETE
        : LogicModelState.COMPLETE;
  }

  RsTable table(Form form) {
    return switch (form) {
      case TARGETS -> targets;
      case LINKS -> links;
    };
  }

  LogicModel with(Form form, RsTable table) {
    return switch (form) {
      case TARGETS -> new LogicModel(owner, programme, table, links);
      case LINKS -> new LogicModel(owner, programme, targets, table);
    };
  }
}
